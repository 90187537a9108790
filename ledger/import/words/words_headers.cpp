// The words of headers, as data: role, weight, and the words parted by '|'. Case, accents, width and punctuation do not
// matter. An exact match counts fully; a word inside a longer header counts for as much of it as it covers.
#include "ledger/import/words/words.hpp"
#include "ledger/import/words/words_data.hpp"

namespace ledger {

const std::vector<HeaderWords>& header_words()
{
    static const std::vector<HeaderWords> all{
        // ── dates ──
        {Role::date, 1.0,
         "transaction date|trans date|tran date|txn date|trx date|date of transaction|purchase date|operation "
         "date|completed date|completion date|"
         "date completed|transaction time|transaction completed date|transactiondate|trans. date|trade date|activity "
         "date|date initiated|"
         "交易日期|交易时间|交易時間|交易日|交易创建时间|付款时间|消费日期|消費日期|消費日|发生日期|发生时间|記帳時間|"
         "交易发生日|交易完成时间|交易成功时间|支付时间|下单时间|"
         "取引日|ご利用日|利用日|お取引日|取引日時|取扱日付|取扱日|年月日|お取り扱い日|お取引年月日|利用年月日|"
         "ご利用年月日|거래일자|거래일시|거래일|이용일|이용일자|이용일시|승인일자|승인일시|"
         "transaktionsdatum|kaufdatum|belegdatum|umsatzdatum|transaktionsdatum und zeit|date de transaction|date "
         "transaction|date de l operation|"
         "date operation|date de operation|data operazione|data oper|data contabile operazione|data transazione|data "
         "movimento|fecha operacion|"
         "fecha de operacion|fecha transaccion|fecha de transaccion|fecha movimiento|f operacion|fecha operación|data "
         "da transacao|data transacao|"
         "data mov|data movimento|data do movimento|data operacao|data da operacao|transactiedatum|transactie "
         "datum|data transakcji|data operacji|"
         "datum transakce|datum a cas transakce|datum proveden|datum provedeni|datum prevedeni|datum operace|datum "
         "operacie|datum transakcie|tranzakcio datuma|"
         "tranzakcio ideje|tranzakcio idopontja|data tranzactiei|data "
         "tranzactie|transaktionsdag|kopdatum|kjopsdato|transaksjonsdato|transaktionsdato|tapahtumapaiva|"
         "tehingu kuupaev|darijuma datums|operacijos data|atlikimo data|дата операции|дата операції|дата "
         "транзакции|дата транзакції|дата и время операции|"
         "дата и время|дата i час операції|дата i час|дата і час операції|дата і час|дата проведения|дата совершения "
         "операции|"
         "islem tarihi|ημερομηνια συναλλαγης|תאריך עסקה|תאריך העסקה|tanggal transaksi|ngay giao dich|วันที่ทำรายการ|תאריך "
         "רכישה|تاريخ العملية|تاريخ المعاملة|"
         "datetime|date time|date and time|timestamp utc"},
        {Role::date, 0.9, "created on|created at|created date|created|date created|creation date"},
        {Role::date, 0.95,
         "date|date "
         "utc|日期|时间|時間|日時|日付|날짜|일자|거래날짜|datum|data|fecha|dato|paivamaara|paiva|pvm|kuupaev|datums|"
         "data i godzina|tarih|tarihi|ημερομηνια|ημ νια|дата|"
         "תאריך|tanggal|ngay|วันที่|التاريخ|تاريخ|datum en tijd|date heure|fecha hora|fecha y hora|data e hora|data "
         "ora|data e ora|datum uhrzeit|datum und uhrzeit|datum cas|"
         "dátum|kuupäev|tgl|日期时间|日期時間|trx time"},
        {Role::date_posted, 0.9,
         "posting date|post date|posted date|date posted|booking date|booked|booked date|booked at|booking|process "
         "date|processed date|processing date|settlement date|"
         "transaction post date|posted on|date processed|cleared date|bookkeeping date|"
         "记账日期|记账日|入账日期|入账日|入帳日|入帳日期|記帳日|記帳日期|帳務日期|账务日期|入账时间|记账时间|計上日|"
         "処理日|交易记账日|过账日期|"
         "buchungsdatum|buchungstag|buchung|buchungszeit|gebucht|gebucht am|buch datum|buchungs datum|datum buchung|"
         "date de comptabilisation|date comptable|date d ecriture|date ecriture|date de comptabilite|comptabilise|date "
         "de traitement|date d operation|"
         "data contabile|data registrazione|data di registrazione|data contabilizzazione|data cont|fecha "
         "contable|fecha de registro|fecha de cargo|fecha de contabilizacion|f contable|"
         "data de lancamento|data do lancamento|data lancamento|data contabilistica|data do "
         "balancete|boekdatum|boekingsdatum|uitvoeringsdatum|datum verwerking|verwerkingsdatum|"
         "data ksiegowania|data zaksiegowania|data rozliczenia|datum zauctovani|datum zauct|datum "
         "uctovania|zauctovano|zauctovane|odepsano|konyveles datuma|konyveles|konyvelesi datum|"
         "data inregistrarii|data procesarii|data decontarii|bokforingsdag|bokforingsdatum|bokfort|bokfort "
         "dato|bokforingsdato|bokfoeringsdatum|bogforingsdato|bogfort|kirjauspaiva|kirjauspvm|kande "
         "kuupaev|iegramatosanas datums|"
         "дата обработки|дата проводки|дата платежа|дата зачисления|дата списания|дата проведення|muhasebe "
         "tarihi|תאריך חיוב ערך|ngay hach toan|전표일자|매입일자"},
        {Role::date_value, 0.6,
         "value date|val date|value dt|valuta|valuta "
         "date|valutadatum|wertstellung|wertstellungsdatum|wert|valutierung|datum valuta|rentedatum|valuedate|"
         "date de valeur|date valeur|valeur|data valuta|data di valuta|data val|fecha valor|f valor|data valor|data de "
         "valor|data waluty|datum valuty|ertek nap|erteknap|"
         "data valutei|valutadag|rentedato|rentedag|valutapaiva|arvopaiva|vaartuspaev|valoris|ημ νια αξιας|ημερομηνια "
         "αξιας|תאריך ערך|起息日|起息日期|"
         "started date|start date|date started|date initiated|initiated date|authorised date|authorized "
         "date|authorisation date|authorization date|date auth|valor|valor tarihi|дата валютирования|date d interet|"
         "last updated|updated|modified|interest date|valuteringsdag|valuteringsdatum|交割日"},
        {Role::date_other, 1.0,
         "period|billing period|periode|periode de facturation|abrechnungszeitraum|periodo|stampato il|printed|printed "
         "on|statement date|due date|posting period|"
         "statement "
         "period|账单月份|账单日|账单周期|账期|還款日|还款日期|到期日|到期还款日|rechnungsdatum|faelligkeit|falligkeit|"
         "rechnungsmonat|periodo de facturacion|"
         "起始日期|终止日期|支払日|お支払日|支払月|支払予定日|お支払開始|引落日|청구일|결제일|결제예정일|תאריך "
         "חיוב|month|year|monat|jahr|mois|mes|ano|jahr monat|expiry date|fecha vencimiento|export date|exported|datum "
         "exportu"},
        {Role::time, 1.0,
         "time|uhrzeit|heure|hora|ora|tijd|godzina|cas|ido|klockslag|kellonaika|время|час|saat|時刻|시간|거래시간|시각|"
         "交易时刻|time zone|timezone|交易時刻|jam|zeit|תאריך שעה|שעה"},

        // ── money ──
        {Role::amount, 0.95,
         "transaction amount|txn amount|tran amount|trans amount|交易金额|交易金額|сумма операции|сума "
         "операції|transaktionsbetrag|kwota transakcji|gross"},
        {Role::amount, 1.0,
         "amount|net|net amount|amount net|amount total|total amount|value|sum|total|billing amount|billed "
         "amount|amt|posted amount|settlement amount|amount in account currency|"
         "amount chf|amount eur|amount usd|amount gbp|local amount|account amount|booked amount|payment amount|money|"
         "金额|金額|发生额|发生金额|收支金额|收入支出金额|金额元|金额 "
         "元|人民币金额|人民幣金額|入账金额|入帳金額|記帳金額|记账金额|实付金额|付款金额|支付金额|结算金额|清算金额|"
         "台幣金額|臺幣金額|新臺幣金額|新台幣金額|交易额|本币金额|交易金额 元|"
         "取引金額|お取引金額|入出金額|入出金|금액|거래금액|원화금액|"
         "betrag|umsatz|buchungsbetrag|umsatzbetrag|betrag eur|betrag in eur|betrag chf|betrag in "
         "chf|abrechnungsbetrag|"
         "montant|montant operation|montant de l operation|somme|importo|ammontare|importo eur|importo in "
         "euro|importe|importe eur|importe operacion|cantidad|importe en euros|monto|monto transaccion|"
         "valor|valor r|valor brl|valor em r|valor transacao|montante|quantia|valor da transacao|importancia|valor eur|"
         "bedrag|bedrag eur|transactiebedrag|mutatiebedrag|kwota|kwota operacji|kwota w walucie rachunku|kwota "
         "pln|wartosc|"
         "castka|zauctovana castka|objem|suma|ciastka|suma transakcie|castka v mene uctu|castka v "
         "czk|osszeg|tranzakcio osszege|tranzakciós összeg|terhelt osszeg|konyvelt osszeg|sum lei|suma "
         "ron|valoare|suma tranzactiei|"
         "belopp|belop|belob|summa|maara|summa eur|maara eur|maara euroa|sumos|suma eur|summa valuta|summa konta "
         "valuta|iznos|znesek|belopp sek|beloep|belob dkk|belop nok|belopp i sek|transaktionsbelopp|"
         "сумма|сумма транзакции|сумма в валюте счета|сума|сума в валюті картки|сума у валюті картки|сума в валюті "
         "рахунку|сумма в валюте карты|сумма платежа|сума платежу|сумма в рублях|"
         "tutar|islem tutari|tutari|ποσο|סכום|סכום חיוב|סכום החיוב|סכום בש ח|jumlah|nominal|so "
         "tien|จำนวนเงิน|المبلغ|مبلغ|betrag waehrung|betrag wahrung|umsaetze|jumlah transaksi|so tien giao dich|kwota "
         "rachunku|сумма операции в валюте счета"},
        {Role::amount, 0.97,
         "spent|spend|spending|charge|charges|purchase amount|charged amount|consumption "
         "amount|消费金额|消費金額|刷卡金額|消费金额 "
         "元|利用金額|ご利用金額|支払金額|お支払金額|支払総額|利用額|이용금액|승인금액|결제금액|매출금액|请款金额|"
         "請款金額|應繳金額|支付金额|кредитные расходы|ご請求金額|請求金額|今回請求額"},
        {Role::amount_other, 1.0,
         "original amount|foreign amount|amount in foreign currency|foreign currency amount|amount foreign|transaction "
         "amount foreign|amount in original currency|source amount|fee amount|vat amount|tax "
         "amount|gst|vat|tax|tip|amount tip|amount tax|discount|"
         "local currency amount|original transaction amount|transaction currency amount|gross|gross amount|amount "
         "gross|compensation amount|exchange rate|exchange amount|cashback|cashback "
         "amount|points|rewards|interest|limit|credit limit|available credit|minimum payment|transfer amount|"
         "订单金额|交易地金额|原币金额|外币金额|外幣金額|原始金额|优惠金额|优惠|交易地金額|退款金额|已退款|服务费|"
         "已退款（元）|外幣折算金額|消费金额原币|原币种金额|积分|原幣金額|折合金额|现地金额|現地通貨額|海外利用金額|"
         "外貨金額|手续费（元）|手续费 元|利率|"
         "originalbetrag|fremdwahrung betrag|betrag fremdwahrung|betrag in fremdwahrung|ursprungsbetrag|lastschrift "
         "ursprungsbetrag|auslagenersatz|auslagenersatz rucklastschrift|betrag in "
         "originalwahrung|umrechnungskurs|kurs|wechselkurs|betrag original|fremdbetrag|"
         "montant en devise|montant devise|montant d origine|importo originale|importo in divisa|importo "
         "divisa|importe divisa|importe moneda extranjera|importe original|valor em moeda estrangeira|valor us|valor "
         "dolar|valor original|cotacao|"
         "kwota w walucie|kwota oryginalna|kwota w walucie transakcji|kwota transakcji w walucie oryginalnej|puvodni "
         "castka|puvodni castka a mena|castka v mene transakce|originalna suma|eredeti osszeg|suma in "
         "valuta|valutabelopp|belopp i utlandsk valuta|ursprungligt belopp|"
         "сума в валюті операції|сума у валюті операції|сумма в валюте операции|сума в валюті транзакції|курс|сума "
         "комісій|сума комісії|сума кешбеку|кешбек|кэшбэк|комиссия|бонусы|бонусы включая кэшбэк|округление на "
         "инвесткопилку|сумма операции с округлением|"
         "סכום עסקה|סכום מקורי|סכום העסקה|doviz tutari|orijinal "
         "tutar|현지금액|외화금액|할인금액|부가세|봉사료|金額外貨|quantity|price|price per unit|unit price|rate|fx "
         "rate|statement period venmo fees|year to date venmo fees|originalbelopp|fx amount|quantity of units"},
        {Role::debit, 1.0,
         "出金額 円|支払い|debit|debits|debit amount|debit amt|withdrawal|withdrawals|withdrawal amount|withdrawal "
         "amt|paid out|money out|amount out|out|payments|payment out|payments out|dr|dr amount|spent "
         "out|outgoing|outgoings|expense|expenses|debits out|charges debit|amount debit|debet|debit value|"
         "withdrawals inr|withdrawal dr|debit dr|debit inr|payment debit|moneyout|"
         "支出|支出金额|支出金額|借方|借方金额|借方发生额|借方金額|取出金额|取款|转出金额|付款金额 "
         "借|支取|支取金额|提出|提款|支出元|支出 元|借方发生金额|付出|付出金额|支出 借|取出|交易金额 支出|记账金额 "
         "支出|支出額|提出金額|支出（-）|減少|"
         "出金|出金金額|お支払金額|支払金額|支払額|お引出し|お引き出し|お支払金額 "
         "出金|引出金額|支払い金額|お支払い金額|払出金額|お支払い|出金額|引落金額|お引出金額|お支払|支払|差引支払|"
         "お引出し金額|出金 円|出金金額 "
         "円|払戻|払戻金額|払戻し額|お引落金額|지급|출금|출금액|출금금액|찾으신금액|지급액|찾으신 금액|지급금액|출금 "
         "금액|출금 원|출금액 원|"
         "soll|belastung|lastschrift|ausgabe|ausgaben|auszahlung|abgang|belastungen|sollbetrag|betrag "
         "soll|ausgang|zahlungsausgang|belastung chf|belastung in chf|lastschrift in chf|debit in chf|"
         "debit chf|debit euros|depense|depenses|retrait|retraits|sortie|montant debit|debit eur|debits eur|debit en "
         "chf|sorties|debit €|"
         "addebito|addebiti|dare|uscita|uscite|importo dare|pagamento|addebito in chf|addebiti in "
         "chf|cargo|cargos|debe|gasto|gastos|retiro|retiros|debito|debitos|importe "
         "debe|egreso|egresos|salida|salidas|cargos debitos|giro|giros|cheques y cargos|cargo pesos|debitos soles|"
         "saida|saidas|saque|despesa|despesas|valor debito|saidas r|debito r|montante debito|a "
         "debito|af|uitgaven|debet bedrag|uit|bij af debet|afschrijving|afschrijvingen|"
         "obciazenia|obciazenie|wydatki|kwota obciazenia|wyplaty|wyplata|debetowe|winien|kwota wn|na "
         "vrub|odchozi|vydej|vydaje|odepsana castka|na tarchu|debetny "
         "obrat|debetna|terheles|terhelesek|kiadas|terheles osszeg|debit ron|debit lei|plati|debite|cheltuieli|"
         "uttag|utgift|utgifter|ut|ut fra konto|ut av konto|uttak|utgaende|udgift|udgifter|haevet|ud|otto|ottot|panot "
         "otto|menot|velkoja|deebet|debeta|debetas|islaidos|debets|isteer|nuskaiciuota|nurasyta|"
         "расход|списание|списання|сума списання|списания|дебет|расходы|сумма списания|сумма "
         "расхода|витрати|витрата|списано|видаток|дебет оборот|расход в валюте счета|cума видатків|сума "
         "видатків|видатки|дебетовый оборот|расход операции|сумма по дебету|обороти дебет|"
         "borc|gider|cekilen|borc tutari|cikan|çikan|χρεωση|χρεωσεις|חובה|בחובה|חיוב|זכות חובה חובה|debit "
         "rp|keluar|mutasi debet|ghi no|rut|chi|tien ra|ถอน|ถอนเงิน|รายการถอน|مدين|سحب|isplata|isplate|breme|duguje|na "
         "teret|zaduzenje|rashod|rashodi|odliv|odlivi|potrazuje ne|дугува|задължение|tieu|no|phat sinh no|debet rp"},
        {Role::credit, 1.0,
         "収入|収入金額|credit|credits|credit amount|credit amt|deposit|deposits|deposit amount|deposit amt|paid "
         "in|money in|amount in|in|receipts|payment in|payments in|cr|cr "
         "amount|incoming|income|incomes|lodgement|lodgements|amount credit|received|credit value|"
         "deposits inr|deposit cr|credit cr|credit inr|payment credit|moneyin|"
         "收入|收入金额|收入金額|贷方|貸方|贷方金额|贷方发生额|貸方金額|存入金额|存款|存入|转入金额|存入金額|收入元|"
         "收入 元|贷方发生金额|收入 贷|交易金额 收入|记账金额 收入|收入額|存入金额 贷|收入（+）|增加|收款金额|"
         "入金|入金金額|お預入れ|お預け入れ|預入金額|預り金額|お預り金額|お預り金|預入額|預かり金額|お預かり金額|"
         "入金額|お預かり金額|お預入金額|預入|お預り|お預かり|入金 円|入金金額 "
         "円|預入れ額|お振込金額|입금|입금액|맡기신금액|입금금액|맡기신 금액|입금 금액|입금 원|입금액 원|"
         "haben|gutschrift|gutschriften|einnahme|einnahmen|einzahlung|eingang|zugang|habenbetrag|betrag "
         "haben|zahlungseingang|gutschrift chf|gutschrift in chf|credit in chf|"
         "credit chf|credit euros|recette|recettes|depot|depots|entree|montant credit|credit eur|credits eur|credit en "
         "chf|entrees|credit €|"
         "accredito|accrediti|avere|entrata|entrate|importo avere|versamento|accredito in chf|accrediti in "
         "chf|abono|abonos|haber|ingreso|ingresos|deposito|depositos|credito|creditos|importe "
         "haber|entrada|entradas|abonos creditos|depositos y abonos|abono pesos|creditos soles|"
         "receita|receitas|valor credito|entradas r|credito r|montante credito|a credito|bij|inkomsten|credit "
         "bedrag|bijschrijving|bijschrijvingen|"
         "uznania|uznanie|wplywy|kwota uznania|wplaty|wplata|kredytowe|ma|kwota ma|ve "
         "prospech|prichozi|prijem|prijmy|pripsana castka|v prospech|kreditny "
         "obrat|kreditna|jovairas|jovairasok|bevetel|jovairas osszeg|credit ron|credit lei|incasari|credite|venituri|"
         "insattning|inkomst|inkomster|in|inn pa konto|inn til "
         "konto|innskudd|ingaende|indtaegt|indtaegter|indsat|ind|inn|pano|panot|tulot|saaja "
         "maara|kreedit|kredits|kreditas|pajamos|ieskaitits|iskaityta|kredit|"
         "приход|зачисление|зачисления|кредит|доход|доходы|сумма зачисления|сумма "
         "прихода|надходження|поповнення|зараховано|кредит оборот|приход в валюте счета|cума зарахувань|сума "
         "зарахувань|зарахування|cума зарахування|сума зарахування|кредитовый оборот|пополнение|пополнения|сумма по "
         "кредиту|обороти кредит|"
         "alacak|gelir|yatan|alacak tutari|giren|πιστωση|πιστωσεις|זכות|בזכות|credit rp|masuk|mutasi kredit|ghi "
         "co|thu|nop|tien vao|ฝาก|ฝากเงิน|รายการฝาก|دائن|إيداع|uplata|uplate|dobro|potrazuje|u "
         "korist|odobrenje|prihod|prihodi|priliv|prilivi|кредитиране|co|phat sinh co|kredit rp"},
        {Role::direction, 1.0,
         "debit credit|dr cr|cr dr|credit debit|debit credit indicator|credit debit indicator|credit debit code|debet "
         "credit|d c|c d|in out|income expense|type debit credit|credit or debit|direction|sign|af bij|af bij "
         "indicator|bij af|debit kredit|soll haben|s h|indicator|debitcredit|cdtdbtind|transaction sign|debit or "
         "credit|drcr|debit credit memo|flow|d k|"
         "收支|收 支|收支类型|收支方向|借贷|借贷标志|借贷方向|收支标志|借贷标识|收付标志|方向|收 "
         "付|收入支出|收支類型|交易方向|资金流向|出入金|입출금|입출금구분|出入账|资金方向|借贷状态|收付方向|存取|"
         "支出收入|借 贷|借貸別|入払区分|入出金区分|sens|sens de l operation|senso|segno|dare avere|debito "
         "credito|tipo debe haber|cargo abono|signo|naturaleza|debe haber|natureza|tipo lancamento|entrada saida|tipo "
         "de lancamento|typ obciazenie uznanie|strona|smer|smer platby|smer uhrady|irany|terheles jovairas|typ debet "
         "kredit|tyyppi plus miinus|deebet kreedit|deebet kreedit d c|debets kredits|debetas kreditas|d k|тип дебет "
         "кредит|приход расход|дебет кредит|направление|тип операции дт кт|borc alacak|b a|χρεωση "
         "πιστωση|vorzeichen|kennzeichen|db cr|db kr|mutasi|ghi no co|حركة"},
        {Role::balance, 1.0,
         "balance|running balance|account balance|available balance|ledger balance|closing balance|ending "
         "balance|beginning balance|current balance|balance after|balance after transaction|bal|bal amt|running "
         "bal|runningbalance|balance inr|balance amount|book balance|running total|balance gbp|"
         "余额|餘額|账户余额|帳戶餘額|联机余额|交易后余额|交易余额|结余|結餘|本次余额|当前余额|可用余额|余额元|余额 "
         "元|帐户余额|帳面餘額|存款余额|残高|差引残高|お取引後残高|預入残高|取引後残高|残高 円|잔액|거래후잔액|거래 후 "
         "잔액|거래후 잔액|거래후 잔액 원|"
         "saldo|saldo chf|saldo eur|saldo nach buchung|kontostand|neuer saldo|saldo in chf|saldo nach "
         "umsatz|solde|solde chf|solde en chf|solde apres operation|solde progressif|saldo contabile|saldo "
         "progressivo|saldo disponibile|saldo disponible|saldo contable|"
         "saldo contabilistico|saldo apos|saldo disponivel|saldo r|saldo na trn|saldo na mutatie|saldo po "
         "operacji|saldo po transakcji|saldo rachunku|zustatek|zustatek po transakci|zostatok|zostatok na "
         "ucte|egyenleg|konyvelt egyenleg|sold|sold final|sold contabil|sold ron|saldo konta|"
         "saldo sek|bokfort saldo|saldo kr|tili saldo|saldo dkk|jaak|saldo eur "
         "konts|likutis|atlikums|остаток|баланс|залишок|залишок після операції|остаток после операции|баланс "
         "после|остаток на счете|исходящий остаток|входящий остаток|баланс рахунку|залишок на рахунку|"
         "bakiye|bakiye tl|υπολοιπο|νεο υπολοιπο|יתרה|יתרה בש ח|saldo akhir|saldo rp|so "
         "du|ยอดคงเหลือ|คงเหลือ|الرصيد|stanje|stanje na racunu|novo stanje|saldo akhir rp|so du cuoi|saldo final|saldo "
         "inicial"},
        {Role::currency, 1.0,
         "currency|ccy|cur|currency code|account currency|transaction currency|curr|amount currency|settlement "
         "currency|billing currency|"
         "币种|货币|幣別|幣種|货币类型|币别|记账币种|入账货币|交易币种|入账币种|交易货币|通貨|통화|通貨コード|结算币种|"
         "清算币种|"
         "wahrung|waehrung|buchungswahrung|whg|devise|monnaie|divisa|valuta|divisa "
         "cuenta|moneda|moeda|munt|muntsoort|valuta rekening|waluta|waluta rachunku|waluta operacji|mena|mena "
         "uctu|deviza|devizanem|penznem|moneda contului|valuuta|valiuta|валюта|валюта счета|валюта операции|валюта "
         "рахунку|валюта карты|валюта картки|doviz|doviz cinsi|para birimi|νομισμα|מטבע|mata uang|loai "
         "tien|العملة|tien te|valuta konta|debit currency|credit currency|kontowahrung|валюта платежа"},
        {Role::currency_other, 1.0,
         "foreign currency|original currency|source currency|merchant currency|local currency|transfer amount "
         "currency|fee currency|fremdwahrung|originalwahrung|devise d "
         "origine|交易地币种|原币币种|原币|原始币种|外幣幣別|waluta transakcji|waluta oryginalna|mena "
         "transakce|original currency code|target currency|tax currency|交易地货币|原币种|现地货币|现地通貨|מטבע "
         "מקורי|foreign ccy"},
        {Role::fee, 1.0,
         "fee|fees|commission|fees commission|charge fee|fee chf|transaction fee|service "
         "fee|手续费|手續費|手数料|gebuhr|gebuhren|entgelt|frais|commissione|commissioni|comision|comisiones|taxa|"
         "tarifa|kosten|prowizja|oplata|poplatek|poplatky|jutalek|dij|comision ron|avgift|gebyr|kulu|комісія|комиссия "
         "банка|komisyon|masraf|수수료|עמלה|amount fee|bank fee|交易手续费|paypal fee|fee amount"},

        // ── words about it ──
        {Role::payee, 1.0,
         "payee|merchant|merchant name|counterparty|counterparty name|counter party|payer|payer "
         "payee|beneficiary|recipient|recipient name|other party|other party name|partner name|partner|name|to|from|to "
         "from|source|sender|sender name|customer name|party|vendor|company|store|store "
         "name|supplier|remitter|beneficiary name|paid to|contact|merchant description|title|"
         "交易对方|交易对手|对方户名|对方名称|对手信息|对手户名|商户名称|商户|商家|商家名称|商店|店家|特店名称|"
         "特店名稱|对手方|收款人|收款方|付款人|付款方|收款人名称|对方姓名|收付款人|对方信息|對方戶名|交易場所|"
         "对手方名称|交易商户|消費商店|交易场所|对方账户名称|对手账户名|交易对手姓名|往来户名|对方|对方户名 "
         "账号|收付方名称|商戶名稱|"
         "利用店名|ご利用店名|利用店|お取引先|相手先|振込先|利用店名 "
         "商品名|ご利用先|利用先|ご利用店|店名|支払先|가맹점|가맹점명|거래처|보낸분|받는분|보낸분 "
         "받는분|의뢰인|수취인|의뢰인 수취인|이용가맹점|이용하신곳|이용하신 곳|거래내용|내용|"
         "empfanger|auftraggeber|auftraggeber empfanger|begunstigter zahlungspflichtiger|beguenstigter "
         "zahlungspflichtiger|zahlungsempfanger|zahlungsempfaenger|zahlungspflichtiger|zahlungspflichtige "
         "r|zahlungsempfanger in|name zahlungsbeteiligter|empfanger auftraggeber|handler|partner name "
         "empfanger|zahlungsbeteiligter|gegenpartei|name des partners|partnername|"
         "beneficiaire|tiers|commercant|donneur d "
         "ordre|contrepartie|nom|emetteur|beneficiario|ordinante|controparte|esercente|beneficiario "
         "ordinante|ordinante "
         "beneficiario|comercio|destinatario|establecimiento|ordenante|nombre|estabelecimento|favorecido|"
         "naam|naam omschrijving|naam tegenpartij|tegenpartij|naam tegenrekening|tegenrekeninghouder|begunstigde|naam "
         "uiteindelijke partij|nadawca odbiorca|odbiorca|nadawca|kontrahent|dane kontrahenta|nazwa odbiorcy|nazwa "
         "kontrahenta|nazwa nadawcy|nadawca odbiorca nazwa|nazev protiuctu|protistrana|nazev "
         "protistrany|obchodnik|nazev obchodnika|nazov protiuctu|partner neve|kedvezmenyezett|kereskedo|ellenoldali "
         "nev|beneficiar|comerciant|ordonator|partener|"
         "mottagare|motpart|handlare|mottaker|avsander|avsender|modtager|saaja maksaja|saaja|maksaja|saaja maksaja "
         "nimi|saaja nimi|maksja|saaja maksja nimi|gavejas|moketojas|gavejas moketojas|sanemejs|maksatajs|sanemejs "
         "maksatajs|получатель|контрагент|плательщик|отправитель|продавец|торговая "
         "точка|отримувач|платник|торговець|найменування контрагента|место совершения "
         "операции|ужалаец|alici|gonderen|isyeri|uye isyeri|επιχειρηση|δικαιουχος|בית עסק|שם בית העסק|שם בית "
         "עסק|penerima|nguoi nhan|ผู้รับ|المستفيد|primatelj|primalac|platitelj|namembnik|platnik|primatelj platitelj"},
        {Role::memo, 0.95,
         "description|details|transaction description|transaction "
         "details|narrative|narration|memo|particulars|reference|payment reference|notes|note|remark|remarks|text|bank "
         "description|statement description|additional description|extended details|transaction "
         "remarks|comment|comments|subject|purpose|message|desc|notification text|activity name|payment "
         "details|original description|information|reference text|customer reference|description 1|line "
         "description|item|"
         "商品说明|商品|商品名称|商品描述|交易摘要|摘要|备注|備註|附言|用途|交易附言|交易说明|交易备注|说明|說明|"
         "客户摘要|交易名称|交易详情|交易明细|消費明細|消费说明|交易描述|订单标题|交易内容|交易資訊|帳單說明|商户信息|"
         "资料|資料內容|存摺摘要|註記|交易說明|商户说明|交易明細|商品信息|"
         "摘要|お取引内容|取引内容|内容|備考|メモ|適用|お取引|お取り扱い内容|取引区分 "
         "摘要|적요|내역|비고|메모|거래내역|기재내용|통장표시내용|"
         "verwendungszweck|buchungstext|text|beschreibung|buchungsinformation|details|betreff|avisierungstext|"
         "buchungsdetails|bezeichnung|transaktionsbeschreibung|transaktionsdetails|notiz|zahlungsreferenz|mitteilung|"
         "vermerk|umsatztext|"
         "libelle|description|communication|communications|detail|objet|motif|reference|libelle "
         "operation|nature|nature de l operation|libelle simplifie|libelle complementaire|informations "
         "complementaires|designation|texte|details de comptabilisation|texte de notification|"
         "descrizione|causale|descrizione completa|dettagli|descrizione operazione|testo|note|causale "
         "descrizione|descripcion|concepto|observaciones|detalle|glosa|movimiento|concepto ampliado|mas "
         "informacion|referencia|mas datos|concepto operacion|detalle movimiento|"
         "descricao|historico|lancamento|detalhes|memo|descricao lancamento|descritivo|identificacao|titulo|"
         "omschrijving|mededelingen|omschrijving 1|omschrijving mededelingen|mededeling|betalingskenmerk|detail van de "
         "omzet|opis|opis operacji|tytul|tytulem|opis transakcji|tytul operacji|szczegoly|tresc|szczegoly transakcji|"
         "popis|zprava|poznamka|zprava pro prijemce|popis transakce|ucel|ucel platby|informacia pre prijemcu|poznamka "
         "pro mne|kozlemeny|megjegyzes|leiras|descriere|detalii|explicatii|detalii tranzactie|descrierea "
         "tranzactiei|opis placanja|svrha|namen|svrha doznake|"
         "beskrivning|meddelande|rubrik|specifikation|transaktion|text "
         "referens|forklaring|beskrivelse|tekst|melding|meddelelse|selite|viesti|viesti "
         "saaja|kuvaus|selgitus|maksajuma merkis|merkis|paskirtis|mokejimo paskirtis|detales|maksajuma merkis detales|"
         "описание|назначение платежа|назначение|описание операции|детали|детали операции|комментарий|опис|опис "
         "операції|призначення платежу|призначення|деталі|деталі операції|aciklama|islem "
         "aciklamasi|islem|περιγραφη|αιτιολογια|תיאור|פרטים|תאור|תיאור התנועה|הפעולה|הערות|keterangan|uraian|dien "
         "giai|mo ta|noi dung|รายละเอียด|คำอธิบาย|البيان|الوصف|تفاصيل|основание|noi dung giao dich"},
        {Role::category, 1.0,
         "category|categories|subcategory|merchant category|registered category|class|spending category|custom "
         "category|tags|tag|交易分类|分类|分類|类别|子类别|大类|小类|一级分类|二级分类|类目|消费类别|收支分类|カテゴリ|"
         "大項目|中項目|카테고리|분류|kategorie|kategoria|rubrik kategori|unterkategorie|categorie|sous "
         "categorie|categoria|subcategoria|kategoria "
         "kiadas|kategori|luokka|категория|категорія|kategorija|moneymap|transaction category|kategorie "
         "transakce|category name|mcc|код категории|מענף|ענף|mcc code|code mcc|業種|업종"},
        {Role::kind, 1.0,
         "type|transaction type|activity type|txn type|tran type|type of transaction|product|kind|payment "
         "type|transaction code|operation type|entry type|payment method type|"
         "交易类型|类型|業務类型|业务类型|交易种类|业务摘要|业务名称|交易类别|交易種類|類別|交易渠道|渠道|業務種別|"
         "取引区分|取引種類|支払区分|支払方法|お支払区分|利用区分|거래구분|거래종류|구분|이용구분|거래유형|"
         "transaktionstyp|buchungsart|umsatztyp|vorgang|umsatzart|art|auftragsart|buchungsschlussel|type d "
         "operation|type operation|type de transaction|tipo|tipologia|tipo operazione|tipo movimento|tipo de "
         "operacion|tipo operacion|tipo movimiento|tipo "
         "transacao|code|mutatiesoort|soort|boekingscode|transactietype|typ|typ transakcji|typ operacji|rodzaj "
         "operacji|rodzaj transakcji|typ transakce|typ transakcie|druh|tipus|tranzakcio tipusa|tip|tip tranzactie|tip "
         "operatiune|typ av transaktion|transaksjonstype|type transaksjon|tapahtumalaji|laji|tehingu tuup|операция|тип "
         "операции|вид операции|тип операції|тип|islem turu|tip transakcije|vrsta|vrsta transakcije|סוג עסקה|סוג "
         "תנועה|jenis transaksi|loai giao dich|ประเภท|ประเภทรายการ|نوع العملية|вид транзакции"},
        {Role::status, 1.0,
         "status|state|transaction status|payment status|booking "
         "status|info|cleared|交易状态|状态|當前狀態|当前状态|交易狀態|支付状态|订单状态|狀態|処理状況|승인상태|상태|"
         "매출상태|취소여부|승인구분|buchungsstatus|umsatzstatus|statut|etat|stato|stato "
         "movimento|estado|situacao|stan|stav|stav "
         "transakce|allapot|statusas|statuss|tila|staatus|статус|состояние|состояние "
         "операции|durum|κατασταση|סטטוס|trang thai|สถานะ|الحالة|statusi|확정여부|stav platby|tilstand|plate status"},
        {Role::id, 1.0,
         "transaction id|id|reference id|reference number|ref no|ref number|transaction reference|txn id|transaction "
         "number|unique id|fitid|invoice number|check number|checknumber|check|cheque number|cheque no|chq "
         "no|item|item number|serial|serial number|number|no|nr|ref|reference no|document number|sequence "
         "number|journal no|utr|rrn|chq ref no|chq ref number|ref no cheque no|transaction reference number|order "
         "id|order number|wise id|transferwise id|"
         "交易订单号|商家订单号|交易单号|商户单号|交易号|订单号|流水号|交易流水号|凭证号|序号|顺序号|商户订单号|记录号|"
         "交易流水|业务流水号|传票号|核心流水号|日志号|交易序号|番号|取引番号|伝票番号|承認番号|승인번호|거래번호|순번|"
         "번호|일련번호|no 번호|单号|回单编号|编号|授权码|授權碼|"
         "transaktions id|buchungsreferenz|referenz|kundenreferenz|kundenreferenz end to "
         "end|mandatsreferenz|sammlerreferenz|glaeubiger id|glaubiger "
         "id|belegnummer|laufnummer|transaktionsnummer|buchungs nr|umsatz nr|reference de l operation|numero d "
         "operation|numero operation|numero|numero de documento|numero do documento|num doc|no documento|documento|id "
         "transazione|id operazione|referencia 1|referencia 2|numero operazione|cro|numero de operacion|codigo|codigo "
         "transaccion|"
         "volgnr|volgnummer|transactiereferentie|machtigingskenmerk|incassant id|batch id|referentie|kenmerk|numer "
         "referencyjny|nr referencyjny|identyfikator|numer transakcji|id transakce|id pohybu|id operace|id "
         "transakcie|cislo transakce|cislo vypisu|vs|ks|ss|variabilni symbol|konstantni symbol|specificky "
         "symbol|variabilny symbol|tranzakcio azonosito|azonosito|bizonylatszam|referinta|numar referinta|numar "
         "document|transaktionsnummer|verifikationsnummer|arkivreferanse|arkistointitunnus|viite|viitenumero|"
         "viitenumber|arhiveerimistunnus|dokumendi number|ieraksta tips|reg nr|номер операции|номер "
         "документа|референс|референс проводки|номер|код операции|номер транзакції|код авторизации|dekont "
         "no|referans|fis no|islem no|αριθμος|αρ|אסמכתא|אסמכתה|nomor|so giao dich|so ct|so tham chieu|رقم|رقم "
         "المرجع|referenca|broj|poziv na broj|reklamacija"},
        {Role::link, 1.0,
         "关联id|关联 id|linked transaction id|related transaction id|transfer id|transfer group|关联单号"},
        {Role::account, 0.9,
         "account|account number|account name|account no|card number|card no|card|source account|my account|iban|own "
         "account|account id|bank account|card number last 4|last four digits|card last 4|from account|card "
         "account|cardholder|card member|cardmember|name on card|card holder name|username|first bank card|account "
         "nickname|"
         "账户|帐户|账号|卡号|卡号末四位|卡號|卡號末四碼|卡末四位|交易卡号|本方账号|本方卡号|账本|支付账户|支付方式|"
         "付款方式|收 "
         "付款方式|收付款方式|交易卡号末四位|卡号后四位|帳號|帳戶|账户名称|本方账户|户名|卡片末四碼|卡別|カード|"
         "ご利用者|利用者|利用カード|カード番号|口座番号|支払口座|카드번호|계좌번호|이용카드|카드|本人|카드종류|계좌|"
         "kontonummer|konto|auftragskonto|iban auftragskonto|karte|kartennummer|umsatz getatigt "
         "von|kontoname|bezeichnung auftragskonto|bic auftragskonto|bankname auftragskonto|karteninhaber|konto "
         "iban|numero de compte|compte|carte|numero de carte|conto|carta|numero carta|numero "
         "conto|posizione|contratto|utente|titolare|cuenta|tarjeta|numero de cuenta|numero "
         "tarjeta|conta|cartao|rekening|rekeningnummer|iban bban|eigen rekening|rachunek|numer rachunku|numer "
         "karty|karta|nr rachunku|numer konta|numer rachunku karty|produkt|cislo uctu|cislo karty|ucet|vlastni "
         "ucet|nazev uctu|szamlaszam|kartyaszam|szamla|numar cont|card ul|iban "
         "cont|kontonr|kortnummer|kort|kontonummer eget|tili|kortti|tilinumero|konts|saskaita|kliendi "
         "konto|счет|карта|номер счета|номер карты|рахунок|картка|номер картки|тип счёта|тип счета|hesap|hesap "
         "no|kart|kart no|λογαριασμος|καρτα|חשבון|כרטיס|מספר כרטיס|4 ספרות אחרונות של כרטיס האשראי|rekening koran|so "
         "tai khoan|บัญชี|racun|broj racuna|moj racun"},
        {Role::counter_account, 1.0,
         "counterparty account|other party account number|other party account|partner iban|counter account|to "
         "account|payee account|beneficiary account|iban counterparty|counterparty iban|recipient account|sort "
         "code|counterparty account number|other account|beneficiary iban|account of beneficiary|"
         "对方账号|对方账户|对手账号|对方卡号|对方帐号|对方账户 账号|对方账号 "
         "卡号|交易对手账号|交易对方账号|收款账号|付款账号|对手方账号|對方帳號|收付方帐号|收付方账号|对方卡号 "
         "账号|相手口座|상대계좌|상대계좌번호|"
         "kontonummer iban|iban empfanger|iban zahlungsbeteiligter|gegenkonto|gegenkonto iban|iban des "
         "partners|kontonummer des empfangers|iban gegenkonto|bic|blz|bic swift code|bic swift|bankleitzahl|compte "
         "beneficiaire|iban beneficiaire|iban beneficiario|conto beneficiario|cuenta destino|cuenta beneficiario|conta "
         "destino|tegenrekening|tegenrekening iban bban|tegenrekening iban|iban tegenrekening|rekening tegenpartij|bic "
         "tegenpartij|rachunek odbiorcy|numer konta kontrahenta|rachunek kontrahenta|nr rachunku kontrahenta|rachunek "
         "nadawcy odbiorcy|cislo protiuctu|protiucet|kod banky|cislo uctu protistrany|protiucet a kod "
         "banky|ellenoldali szamlaszam|partner szamlaszama|iban beneficiar|cont beneficiar|cont "
         "partener|mottagarkonto|motkonto|til konto|fra konto|saajan tilinumero|saaja konto|saaja maksja "
         "konto|sanemeja konts|gavejo saskaita|счет получателя|счет контрагента|рахунок отримувача|рахунок "
         "контрагента|karsi hesap|iban alici|rekening tujuan|tk doi ung"},
        {Role::other, 1.0,
         "branch|branch code|city|country|address|location|locality|state province|zip|postal code|image|gl code|name "
         "on card|disclaimer|bank|bank name|funding source|destination|target|asset|buy sell|memo "
         "conv|receipt|attachment|exchange rate|internal note|device|channel|mobile|phone|"
         "交易国家或地区简称|钞 "
         "汇|钞汇|子账户序号|来源|网点|交易网点|交易机构|交易地点|交易渠道|开户行|对方开户行|钞汇标志|对方行名|操作员|"
         "柜员|终端号|记账标志|国家|地区|消費地|消費國家|取扱店|店番|支店|취급점|거래점|지점|취급지점|bank name "
         "counterparty|"
         "filiale|landerkennzeichen|land|ort|gebuhrenschlussel|primanota|einreicher id|creditor id|mandatsreferenz "
         "id|agence|pays|ville|filiale banca|oficina|sucursal|dependencia "
         "origem|agencia|land|stad|kraj|miasto|oddzial|pobocka|mesto|stat|orszag|varos|tara|stad "
         "land|страна|город|страна операции|mcc|sube|sube adi|kanal|סניף|chi "
         "nhanh|สาขา|ช่องทาง|الفرع|wskaznik|etichetta|etikett|image url|website|notes tags|purpose code|transaction "
         "channel"},
        // ── more languages: Iceland, the Balkans, the Gulf, South-East Asia, Hong Kong ──
        {Role::date, 1.0,
         "maksupaiva|abschlussdatum|effective date|effectivedate|umsatztag|umsatzzeit|vasarlas datuma|datum "
         "kupnje|datum kupovine|datum nakupa|datum promene|datum "
         "izvrsenja|kobsdato|kjopsdato|kaupdagur|faersludagur|färsludagur|דאטה|תאריך פעולה|tarikh "
         "urusniaga|交易發生日|刷卡日|消费时间|消費時間|签购日期|簽帳日|data zakupu|data acquisto|data de compra|data "
         "da compra|fecha de compra|fecha compra|fecha consumo|fecha de consumo|aankoopdatum|osto paiva|ostopaiva|ostu "
         "kuupaev|pirkimo data|pirkuma datums|дата на транзакция|дата на операцията|дата покупки|дата купівлі|harcama "
         "tarihi|ngay gd|ngay giao dich|매출일|매출일자|사용일|사용일자|사용일시"},
        {Role::date, 0.95,
         "dagsetning|dags|tarikh|dia|jour|day|giorno|дата час|kezdete|ден|تاريخ المعاملة|التاريخ والوقت|ημ νια "
         "συναλλαγης|ημερ νια|datums laiks|fecha movimiento|fecha del movimiento|data tranzactiei"},
        {Role::date_posted, 0.9,
         "date d achat|date achat|posted|posting|processed|bokunardagur|bokunardags|tarikh pos|tanggal pembukuan|tgl "
         "posting|tanggal posting|ngay ghi "
         "so|วันที่ลงบัญชี|記賬日期|過賬日期|過帳日期|過帳日|记帐日期|记帐日|记账时间|기장일|처리일자|처리일|접수일|매입일|"
         "irasas|iraso data|datum obdelave|datum obrade|datum knjizenja|datum knjizbe|datum obracuna|дата на "
         "осчетоводяване|дата на осчетоводяване вальор|ημερομηνια καταχωρησης|ημ νια καταχωρησης|תאריך רישום|تاريخ "
         "القيد|تاريخ الترحيل|isleme tarihi|date d inscription|date de report|fecha de aplicacion|fecha "
         "aplicacion|fecha de liquidacion|fecha liquidacion|fecha de proceso|datum kniženja|boekdatum"},
        {Role::date_value, 0.6,
         "valutesanas|data efetiva|valordato|valor dato|valutavimo data|valiutavimo data|valutesanas datums|datum "
         "valute|вальор|валютиране|дата валютування|יום ערך|تاريخ القيمة|تاريخ الاستحقاق|تاريخ الحق|tanggal "
         "valuta|tanggal efektif|tgl valuta|tarikh nilai|วันที่มีผล|ngay hieu "
         "luc|起算日|生效日期|基准日|기산일|vaxtadagur|vaxtadags|valuteringsdato|valordatum|date d effet|date "
         "effet|fecha efectiva"},
        {Role::memo, 0.95,
         "selitys|kirjeldus|detalas|apraksts|aprasymas|butiran|keterangan transaksi|uraian "
         "transaksi|交易詳情|詳情|詳細資料|交易詳細|交易内容描述|skyring|texti|specifikace|spesifikasjon|posting "
         "text|заметки|operation|operacion|movimento|tranzakcio|transaction narrative|transaction "
         "narration|transaction text|text 1|line 1|مذكرة|ملاحظات|تفاصيل العملية|תאור פעולה|תיאור פעולה|פירוט|סוג "
         "פעולה|mo ta giao dich|chi tiet|chi tiet giao dich|รายการ|หมายเหตุ"},
        {Role::payee, 1.0,
         "winkel|kopstalle|inkopsstalle|forsaljningsstalle|brukersted|forretning|butik|saajan nimi|saajan tai maksajan "
         "nimi|maksajan nimi|myyja|ostopaikka|kaupmees|tirgotajs|partneris|prekybininkas|moketojas arba "
         "gavejas|sprzedawca|elfogadohely|kereskedo neve|търговец|получател|наредител|naziv|naziv primatelja|naziv "
         "primaoca|trgovac|prejemnik placnik|prejemnik|primalac platilac|prodajno mesto|prodajno mjesto|επωνυμια|karsi "
         "taraf|karsi taraf adi|לטובת|לטובת מי|שם הצד השני|اسم التاجر|اسم المستفيد|التاجر|nama|nama penerima|nama "
         "merchant|ชื่อร้านค้า|ร้านค้า|ผู้โอน|nguoi thu huong|doi tac|don vi chap nhan the|ten nguoi thu huong|don vi thu "
         "huong|交易對象|商戶|商户全称|對方名稱|收付款人名称|motadili|soluadili|vidtakandi "
         "greidslu|viðtakandi|nafn|lieferant|geschaft|magasin|point de vente|punto "
         "vendita|negozio|tienda|loja|prestador|commerce|enseigne"},
        {Role::amount, 1.0,
         "amaun|upphaed|fjarhaed|קנייה|قيمة العملية|قيمة المعاملة|amount in rs|amount in inr|amount rs|amount in local "
         "currency|amount due|bedrag in eur|montant en euros|montant en chf|montant facture|monto facturado|monto "
         "pesos|importe pesos|importe en pesos|valor em reais|valor em brl|iznos rsd|iznos u eur|iznos u kn|znesek v "
         "eur|сума bgn|summa konta valuta|kwota transakcji waluta rachunku|kwota w walucie konta|kwota w zl|osszeg "
         "huf|suma "
         "lei|簽賬金額|签账金额|賬單金額|港幣金額|港元金額|交易金額港元|交易金额人民币|入账金额人民币|入帳金額台幣|"
         "本期應繳金額|청구금액|결제금액 원|거래금액 원|이용금액 원|so tien gd|so tien quy doi|so tien "
         "vnd|จำนวน|ยอดเงิน|jumlah tagihan|jumlah rp"},
        {Role::debit, 1.0,
         "valjaminek|izmaksats|debitet|дебит|дебити|pengeluaran|เดบิต|withdrawal "
         "rm|提取|提款金額|支出港元|uttekt|uttektir|gjold|rut tien|ghi no vnd|no vnd|so tien no|tien no|so tien ghi "
         "no|مسحوبات|المدين|مبلغ مدين|v breme|breme znesek|zaduzenja|iznos zaduzenja|na teret racuna|obciazenia "
         "rachunku|kwota obciazen|na tarchu|ausgang eur|lastschrift chf|belastungsbetrag|retrait cad|debit cad|debito "
         "ars|debito pesos|importe debito|importe cargo|monto cargo|cargo clp|cargos clp|cheques y otros "
         "cargos|cheques otros cargos|debitos cargos|salidas de dinero|uit eur|ut sek|withdraw|withdrawn|debit "
         "amt|debit transaction amount|出账金额|付款|扣款金额|扣款|支出 元|支付出金|출금액(원)|인출|인출금액|출금 금액 "
         "원|이체출금"},
        {Role::credit, 1.0,
         "sissetulek|iemaksats|kreditet|кредити|deposit rm|เครดิต|入賬|存入港元|innborgun|innlegg|innborganir|nop "
         "tien|gui tien|ghi co vnd|co vnd|so tien co|tien co|so tien ghi co|إيداعات|الدائن|مبلغ دائن|v dobro|dobro "
         "znesek|odobrenja|iznos odobrenja|u korist racuna|uznania rachunku|kwota uznan|gutschriftsbetrag|eingang "
         "eur|gutschrift chf|depot cad|credit cad|credito ars|credito pesos|importe credito|importe abono|monto "
         "abono|abono clp|abonos clp|entradas de dinero|in eur|credit transaction "
         "amount|入账|到账金额|存款额|收款|收入 元|입금 금액 원|입금액(원)|이체입금"},
        {Role::direction, 1.0,
         "debet kredit|otto pano|obciazenie uznanie|дебит кредит|дт кт|isplata uplata|breme dobro|zaduzenje "
         "odobrenje|χ π|borc alacak durumu|חובה זכות|زكاة|مدين دائن|ถอน ฝาก|no co|支出 存入|存入 支出|存 支|收 "
         "支类型|收付|借 贷 标志|借或贷|收支别|입출금 구분|입금출금|거래구분 입출금|tipo de movimiento|tipo "
         "movimiento|cargo o abono|tipo de operacao|debito ou credito|debit or credit indicator|dr or cr|cr or dr|type "
         "d c|plus minus|plusz minusz|znak"},
        {Role::balance, 1.0,
         "салдо|наличност|разполагаемост|baki|stada|stada reiknings|結存|結餘 港元|戶口結餘|帳戶結餘|余额 "
         "元|本次余额|账户余额 元|结存|结存金额|so du cuoi ky|so du sau giao dich|so du vnd|ยอดเงินคงเหลือ|ยอดคงเหลือ "
         "บาท|الرصيد بعد العملية|رصيد|יתרה לאחר פעולה|היתרה בש ח|היתרה|balans|beginsaldo|saldo mutatie|saldo "
         "operativo|saldo diario|saldo clp|saldo contable clp|saldo pesos|saldo ars|saldo cop|saldo em conta|υπολοιπο "
         "λογαριασμου|λογιστικο υπολοιπο|saldo kontu|stan konta|stanje po transakciji|sold dupa tranzactie|sold "
         "disponibil|konto saldo|jaak eur|balance rm|balance after txn|running balance inr"},
        {Role::currency, 1.0,
         "whrg|wahr|valuutta|валута|oznaka valute|valuta racuna|mata "
         "wang|สกุลเงิน|貨幣|貨幣種類|交易貨幣|账户币种|帐户币种|gjaldmidill|mynt|valuta dok|dev|devise compte|devise du "
         "compte|waluta konta"},
        {Role::kind, 1.0,
         "tegund|tegund faerslu|סוג|سوع|نوع المعاملة|نوع الحركة|loai|loai gd|jenis|jenis "
         "mutasi|ประเภทการทำรายการ|交易類別|交易类型描述|업무구분|거래종류|tip tranzactie|tip operacije|vrsta "
         "prometa|vrsta transakcije|οδηγια|tipo de transaccion|tipo de transacao|categoria "
         "movimento|tapahtuma|tapahtumatyyppi|tehingu liik|darijuma veids|operacijos tipas|rodzaj|druh operace|tipus "
         "megnevezes"},
        {Role::other, 1.0,
         "bonus|kampany|vevo|kategorie id|konto name|iban bic|operator|batch|channel id|cod|code "
         "operation|codice|sucursal origen|oficina origen|cajero|terminal|terminal id|ip|location "
         "city|交易渠道|交易网点|交易场所类型|对方银行|对方开户机构|거래지점|거래기관|거래시간대"},
        // ── further ways to say the same ──
        {Role::date, 1.0,
         "transaction dt|trans dt|when|occurred on|入出金日|発生日|勘定日|umsatz vom|data pagamento|f "
         "mov|handelsdato|dzien|muvelet datuma|ημ συναλλαγης|islem zamani|время операции|дата списания|дата "
         "списання|waktu transaksi|thoi gian|thoi gian giao dich|วันเวลา|датум|датум трансакције|timestamp|transaction "
         "timestamp|event date"},
        {Role::date, 0.9, "dates|waktu"},
        {Role::date_posted, 0.9,
         "post dt|settled on|cleared on|入賬日|buchungstermin|verbucht am|bokford|teljesites datuma|датум "
         "књижења|erteknap datuma"},
        {Role::date_value, 0.6, "датум валуте|rantedatum|dt valor|date val"},
        {Role::amount, 0.95,
         "account currency amount|amount local currency|amount in account currency|betrag kontowahrung|summe|forgalom "
         "osszege|miktar|обсяг|износ|ยอดชำระ|nilai transaksi|القيمة|قيمة الحركة|сума на операцията|kwota obciazenia "
         "uznania|insattning uttag|uttag insattning|suma saskaitos valiuta|cad|請求額|今回ご請求額|ご請求額|native "
         "amount"},
        {Role::amount, 0.95,
         "netto|nettobetrag|netto betrag|montant net|neto|importe neto|monto neto|valor liquido|liquido|importo "
         "netto|netto importo|kwota netto|netto osszeg|nettobelopp|nettobelob"},
        {Role::amount_other, 1.0,
         "brutto|bruttobetrag|brut|montant brut|avant commission|bruto|importe bruto|monto bruto|valor "
         "bruto|lordo|importo lordo|bruttobelopp|umsatzsteuer|mehrwertsteuer|mwst|ust|versandkosten|frais de "
         "port|tva|iva|btw|moms|impuesto|impuestos|imposto|impostos|steuer|steuern|kdv|ндс|пдв|dph|pdv|afa|ddv|envio|"
         "gastos de envio|shipping|shipping and handling amount|sales tax|税额|税费|稅額|消費税|부가세액"},
        {Role::amount, 0.6, "mouvement|movimenti|movimiento|promet|phat sinh|nilai"},
        {Role::debit, 1.0,
         "amount dr|outflow|out flow|amount "
         "debited|出账|出帳|转出|轉出|引出|引き出し|払い出し|지출|나간금액|abbuchung|minus|montant au "
         "debit|prelievi|spese|levantamentos|saques|bedrag af|uitgave|udbetaling|otot|veloitus|wydatek|wychodzace|ma "
         "dati|odepsano|vydavky|odchadzajuce|vybery|kifizetes|tartozik|iesiri|retrageri|suma "
         "debitoare|разход|изходящи|αναληψη|αναληψεις|cikis|izdevumi|izmaksas|ismoketa|teret|odljev|trosak|potrosnja|"
         "терети|задужење|הוצאה|משיכה|خصم|السحوبات|مصروفات|จ่าย|หักบัญชี|penarikan|uitgaand|sorties de fonds|salidas de "
         "fondos"},
        {Role::debit, 0.9, "payment"},
        {Role::credit, 1.0,
         "amount cr|inflow|in flow|amount credited|paid in|funds "
         "in|转入|轉入|預け入れ|お受取金額|수입|들어온금액|plus|montant au credit|versements|versamenti|ricavi|bedrag "
         "bij|ontvangst|inntekter|indbetaling|hyvitys|inbetalning|przychod|przychodzace|kredyt|wplyw|dal|pripsano|"
         "prichadzajuce|vklady|befizetes|kovetel|intrari|depuneri|suma "
         "creditoare|входящи|καταθεση|καταθεσεις|giris|ienemumi|iemaksas|imoketa|korist|priljev|одобрење|уплата|זיכוי|"
         "הכנסה|הפקדה|إضافة|รับ|เข้าบัญชี|gui vao|pemasukan|setoran|зачислено|поступление|поступления|entradas de "
         "fondos|inkomend"},
        {Role::direction, 1.0,
         "收入 支出|支出 收入|进出标志|出入标志|h s|sh|hs|d a|d h|c a|т к|д к|к "
         "д|знак|sinal|signe|signo|znak|lastschrift gutschrift|belastung gutschrift|eingang ausgang|ausgang "
         "eingang|entrata uscita|addebito accredito|money in out|debet of credit|предзнак|πρόσημο|προσημο|isaret"},
        {Role::balance, 1.0,
         "guthaben|avoir|account bal|剩余金额|剩餘金額|saldo operacion|saldo tras operacion|saldo efter "
         "transaktion|disponibelt|стање|стање рачуна|sisa saldo|saldo tras la operacion"},
        {Role::currency, 1.0, "wrg|wkz|div|mon|外幣幣別|mata uang|valuta konta"},
        {Role::fee, 1.0,
         "bank charges|charges fee|service charge|费用|spesen|provision|costo|costi|komise|provizija|naknada"},
        {Role::amount_other, 1.0,
         "instructed amount|amount in transaction currency|原交易金额|汇率|匯率|折算匯率|紅利點數|點數|urspruenglicher "
         "betrag|ursprunglicher betrag|punkte|betrag fw|cours|taux de change|importo in valuta|cambio|tasso di "
         "cambio|tipo de cambio|monto en dolares|importe moneda origen|monto us|kurz|arfolyam|curs|курс "
         "валюты|wisselkoers|vaxelkurs|kurssi|kur|tecaj|tečaj|換算レート|환율"},
        {Role::memo, 0.5, "what|activity|transaction|operazione|verrichting|muvelet"},
        {Role::memo, 0.9,
         "거래기록사항|통장표시|zweck|zahlungsgrund|buchungsinfo|intitule|informazioni|memorando|toelichting|opmerking|"
         "betreft|sprava pre prijimatela|descrierea operatiunii|σχολια|στοιχεια συναλλαγης|detay|содержание "
         "операции|коментар|зміст операції|informacija sanemejam|paaiskinimai|сврха|وصف العملية|الشرح|ghi "
         "chu|deskripsi|rincian transaksi|berita|catatan|butir "
         "butir|penerangan|perihal|transaktionstext|posteringstekst|miejsce transakcji"},
        {Role::payee, 0.9,
         "收付方名称|取引先|사용처|begunstigter|verkaufsstelle|ort der "
         "zahlung|marchand|nome|lugar|remitente|avsandare|butikk|kauppa|kortin kayttopaikka|prijemce|obchodni "
         "misto|jmeno protistrany|megbizo|platitor|karsi hesap adi|место операции|кореспондент|gavejo "
         "pavadinimas|moketojo arba gavejo pavadinimas|trgovec|שם העסק|交易地点|المحل"},
        {Role::kind, 0.6, "operation|operacion|operazione"},
    };
    return all;
}

const std::vector<std::string_view>& date_nouns()
{
    static const std::vector<std::string_view> all{
        "date",    "datum", "data",    "fecha", "dato",       "datums", "dátum", "dagsetning", "dags",
        "paiva",   "pvm",   "kuupaev", "tarih", "ημερομηνια", "ημ νια", "дата",  "תאריך",      "יום",
        "tanggal", "tgl",   "tarikh",  "ngay",  "วันที่",        "تاريخ",  "日期",  "日付",       "日",
        "时间",    "時間",  "일",      "일자",  "일시",       "날짜",   "dag",   "dagur",      "tag",
        "nap",     "den",   "time",    "zeit",  "heure",      "hora",   "ideje", "idopont"};
    return all;
}

/// Looked through in this order: what is due or printed is never the day of a movement, whatever else it is called.
const std::vector<HeaderWords>& date_stems()
{
    static const std::vector<HeaderWords> all{
        {Role::date_other, 0.95,
         "due|fallig|statement|billing|period|export|print|expir|maturit|vencim|scaden|echeance|splatn|esedek|forfall|"
         "forfald|eraantyma|maksetahtaeg|到期|账单|帳單|賬單|還款|还款|結帳|结账|결제|청구|支払|引落|חיוב|report "
         "date|generat|downloaded|created by"},
        {Role::date_value, 0.6,
         "beginn|debut|inicio|inizio|rozpocz|zacat|zahaj|start|kezd|incep|начал|почат|开始|開始|valut|valor|valeur|"
         "value|wertstell|rente|interest|effet|efetiv|efektif|efectiv|nilai|valiut|ertek|arvo|vaartus|αξια|вальор|"
         "валютир|валютув|起息|起算|生效|交割|기산|ערך|قيمة|استحقاق|hieu luc|มีผล|vaxta|quyen"},
        {Role::date_posted, 0.9,
         "book|buch|post|contab|compta|ksieg|uctov|zauct|knjiz|konyvel|inregistr|proces|bokfor|bogfor|kirjaus|kande|"
         "gramatos|iraso|muhasebe|lancament|registr|inscription|bokunar|settle|clear|проводк|обработ|обробк|осчетов|"
         "рознес|καταχωρ|רישום|القيد|ترحيل|pembukuan|hach toan|ghi "
         "so|ลงบัญชี|记账|记帐|入账|入帳|記帳|記賬|過賬|過帳|过账|帳務|账务|計上|기장|처리|매입|접수|obrad|obdelav|"
         "isleme|aplicacion|liquidac"},
        {Role::date, 0.95,
         "payment|pagament|paiement|mouvement|moviment|movim|betal|zahlung|platb|trans|oper|purchase|kauf|kob|kop|kjop|"
         "achat|acquist|compra|consum|aankoop|zakup|nakup|kupn|kupov|vasarl|ostu|osto|pirkim|pirkum|tapahtuma|tehing|"
         "darij|atlik|islem|harcama|umsatz|beleg|trade|execut|proveden|abschluss|complet|finaliz|fin|zrealiz|dokonc|"
         "befejez|заверш|完成|izvrs|promen|swipe|verricht|uitgevoerd|esecuz|ejecuc|efectuad|realiz|wykon|teljesit|"
         "utford|utfort|suorit|teosta|izpild|ivykd|выполн|соверш|викон|交易|消费|消費|取引|利用|刷卡|签购|거래|이용|"
         "승인|사용|매출|עסקה|רכישה|פעולה|العملية|المعاملة|giao dich|ngay "
         "gd|ทำรายการ|ใช้บัตร|urusniaga|транзак|операц|συναλλαγ|покупк|купів|faerslu|kaup"},
    };
    return all;
}

/// Shops and banks say the same of an amount in many ways: what stands beside the word for money decides.
const std::vector<std::string_view>& foreign_amount_stems()
{
    static const std::vector<std::string_view> all{"original",
                                                   "foreign",
                                                   "fremd",
                                                   "origine",
                                                   "extranjer",
                                                   "estrangeir",
                                                   "original",
                                                   "oryginaln",
                                                   "puvodn",
                                                   "povodn",
                                                   "eredeti",
                                                   "utland",
                                                   "ulkomaan",
                                                   "valutabel",
                                                   "doviz",
                                                   "外币",
                                                   "外幣",
                                                   "外貨",
                                                   "原币",
                                                   "原幣",
                                                   "现地",
                                                   "現地",
                                                   "외화",
                                                   "현지",
                                                   "מקורי",
                                                   "אצלי",
                                                   "الأصلي",
                                                   "asing",
                                                   "ngoai te",
                                                   "ต่างประเทศ",
                                                   "оригинал",
                                                   "в валюте операции",
                                                   "у валюті операції"};
    return all;
}

}  // namespace ledger
