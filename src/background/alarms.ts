/** Each minute: whatever ended the phone and the worker at once, there is a phone again soon. */
export const lookAfterPhone = 'look-after-phone';

/** The time at which the next token is got. */
export const renewalAlarm = 'renew-token';
