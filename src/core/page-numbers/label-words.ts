/** Words that say what the digits behind them are, in the languages of the pages that people have to do with. */

/** Each stands at the beginning of a word; `$` after it means that nothing may follow, so that "tel" is not found in "television". */
export const PHONE_WORDS = `
tel$ tél$ telefon telephon téléphon telefoon teléfon teléf telf$ tlf$ tfno$ tfn$ telefone telefoni telepon telp$ phone phones fon$ fono$ phon$
mobile$ mobil$ mobiltelefon mobilnummer mobilní mobiltel mobiele mob$ mobilnr móvil móviles móv$ cell$ cells$ cellphone cellular cellulare cell$ celular cel$ handy handynummer
call$ calls$ calling$ dial$ ring$ reach$ text$ sms$ fax$ telefax whatsapp$ signal$ viber$ hotline helpline landline switchboard toll
contact$ gsm$ direct$ office$ desk$ durchwahl ruf$ rufnummer anruf anrufen rufen$ erreichbar erreichen zentrale notruf bereitschaftsdienst notdienst
appel appelez appeler joindre joignable portable$ standard$ ligne$ numéro\\s+vert
llame llama llamar llámenos llámanos contacto$ línea$ centralita
chiama chiamare chiamate chiamaci recapito cellulari$ centralino ligue ligar contato$ contacto$ telemóvel tlm$
bel$ bellen$ toestel ring$ växel växeln telefonnummer puh$ puhelin soita gsm$
zadzwoń dzwoń dzwonić komórka kom$ komórkowy infolinia zavolejte volejte mobilní hívja hívjon telefonszám központ sunați sunaţi
müşteri\\s+hizmet çağrı\\s+merkezi lada$ numéro\\s+court cep$ arayın arayınız telefonu điện\\s*thoại đt$ hp$ hubungi hotline
тел$ телефон моб$ мобильный звоните позвоните позвонить факс телефонуйте дзвоніть
τηλ$ τηλέφωνο κινητό κιν$ φαξ`;

/** In scripts that set no blanks between words these are found anywhere; so are signs. */
export const PHONE_SIGNS =
  '☎☏✆📞📱📲📠'
    .match(/./gu)
    ?.concat(
      '电话 電話 手机 手機 热线 熱線 傳真 传真 携帯 連絡先 お問い合わせ 전화 휴대폰 연락처 핸드폰 팩스 هاتف جوال تلفون موبايل اتصل تلفن موبایل תלפון טלפון נייד להתקשר फोन फ़ोन मोबाइल दूरभाष कॉल โทร มือถือ'.split(
        ' ',
      ),
    ) ?? [];

export const OTHER_WORDS = `
order$ invoice receipt ticket case$ ref$ reference id$ ids$ uid$ uuid isbn issn ean$ upc$ gtin sku$ serial sn$ part$ model$ article item$ items$ product tracking parcel shipment
aadhaar account acct$ a/c$ iban bic$ swift blz$ routing sort$ card$ visa$ mastercard amex ssn$ vat$ tax$ ein$ tin$ membership policy contract passport licen[cs]e pin$ code$ codes$ imei iccid mac$
version$ ver$ build$ rev$ revision commit bug$ issue pmid doi$ patent docket transaction txn$ confirmation record batch lot$ page$ pages$ population pop$ users$ employee badge barcode hash$ timestamp epoch seed$ key$ port$ zip$ room$ year$ years$ between$
konto kontonr kunden(?:nr|-nr|konto) kundennummer kdnr$ rechnung auftrag bestell vorgang aktenzeichen az$ steuer ust hrb$ hra$ artikel sendung vertrag versicherung ausweis matrikel mitglied personal beleg zählernummer fahrgestell depot seriennummer plz$ einwohner gerätenummer
commande facture dossier siret siren naf$ compte carte$ colis suivi adhérent référence réf$ sécurité contrat identifiant tva$ rcs$
pedido n[º°o]\\.?\\s+de\\s+cliente factura cuenta nif$ cif$ dni$ nie$ expediente envío referencia tarjeta rut$ cuit$ cuil$ rfc$ póliza folio siniestro
fattura ordine conto$ partita piva$ p\\.?\\s?iva$ codice cod$ rea$ spedizione pratica numero\\s+verde\\s+ordine
cpf$ cnpj$ nota$ boleto protocolo fatura conta$ agência contribuinte encomenda processo
ordre$ ordrenr ordernummer faktura kundenummer kundnummer kundnr orgnr org$ cvr$ personnummer cpr$ fødselsnummer konto bankgiro plusgiro ocr$ kid$ tilaus lasku ytunnus y-tunnus viitenumero sporing
zamówieni zamówienie nip$ regon pesel krs$ rachunek przesyłka objednávk ič$ ičo$ dič$ účet rendelés adószám számla comandă cui$ cnp$
ondernemingsnummer bestelling factuur kvk$ btw$ klantnummer bsn$ rekening zending polis
sipariş vergi fatura takip tckn$ mã$ đơn$ pesanan npwp$ nik$ resi$
заказ счёт счет инн$ огрн кпп$ снилс договор заявк накладн лицевой артикул замовлення рахунок єдрпоу
παραγγελία αφμ$ λογαριασμός τιμολόγιο`;

export const OTHER_SIGNS =
  '订单 訂單 注文 伝票 請求書 発票 發票 發票號碼 統一編號 账号 帳號 口座 会員番号 身份证 身份證 주문 송장 계좌 사업자 주민등록 الطلب طلب فاتورة حساب رقم\u00a0الهوية شماره\u00a0حساب سفارش הזמנה חשבון חשבונית ח.פ ת.ז ऑर्डर खाता आधार चालान ใบสั่งซื้อ บัญชี'.split(
    ' ',
  );

/** "No.", "Nr", "#": a number of whatever was named before, and with nothing before it none to call. */
export const COUNTER =
  /(?:(?<![\p{L}\d])(?:no|nos|nr|nrs|nro|núm|num|numéro|número|numero|number|nummer|n[°º])[.:]?|№|#)\s*:?\s*$/iu;

/** What follows an amount rather than a number to call. */
export const UNITS = `
eur euro euros usd dollars? chf gbp jpy sek nok dkk pln czk huf inr cny rmb aud cad brl try rub kr kč zł ft lei rs руб грн tl円 元 원
km m² m2 m³ qm ha kg g mg t lb lbs ml l kwh mwh wh w kw mw hz khz mhz ghz gb mb kb tb bytes? bits? px pt dpi ppm rpm
people persons? inhabitants? residents? visitors? views? users? followers? subscribers? downloads? times votes? copies units? pieces pcs rows? items?
einwohner menschen personen stück aufrufe mal besucher exemplare tonnen
habitants? personnes vues abonnés exemplaires habitantes personas abitanti persone pessoas inwoners invånare innbyggere indbyggere asukasta mieszkańców obyvatel lakos
million millions mio mrd billion years? jahre hours? days? seconds? sec ms µs ns человек жителей 人 名 명 %`;
