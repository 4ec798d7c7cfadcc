/** Where Avaya Spaces answers, and the pattern of the leave that is asked for it. */
export const spacesApi = {
  address: 'https://spacesapis.avayacloud.com',
  origin: 'https://spacesapis.avayacloud.com/*',
} as const;
