// The words that stand in cells, as data.
#include "ledger/import/words/banks.hpp"
#include "ledger/import/words/words.hpp"
#include "ledger/import/words/words_data.hpp"

namespace ledger {

namespace {
constexpr int meaning(Side s)
{
    return static_cast<int>(s);
}
constexpr int meaning(Standing s)
{
    return static_cast<int>(s);
}
constexpr int meaning(Label l)
{
    return static_cast<int>(l);
}
}  // namespace

/// The whole cell must be one of these.
const std::vector<ValueWords>& side_words()
{
    static const std::vector<ValueWords> all{
        {meaning(Side::out),
         "sent|purchase|deb|提款|출금액|abgang|abbuchung|auszahlung|salida|uit|wychodzacy|wychodzaca|na "
         "vrub|meno|valjaminek|debetas|cikan|ถอนเงิน|teret|разход|debito en "
         "cuenta|iesire|plata|терет|терети|wyplata|platnosc|debit|dr|d|db|dbit|debited|out|withdrawal|expense|expenses|"
         "spending|spend|paid out|money out|outgoing|payment sent|-|"
         "支出|支|借|出|付|借方|出账|支付|付款|已支出|支取|取|出金|出帳|扣款|支付出|消费|借记|"
         "支払|支払い|お支払い|お引出し|引出|出|출금|지급|출|찾음|이용|승인|"
         "soll|s|belastung|ausgabe|ausgang|lastschrift|debit d|debitbuchung|"
         "d "
         "debit|depense|sortie|paiement|addebito|dare|uscita|cargo|debe|gasto|egreso|retiro|debito|saida|despesa|a|af|"
         "bij af|"
         "obciazenie|wydatek|wn|debet|odchozi|vydaj|vydej|debetna|terheles|kiadas|t|uttag|utgift|uttak|ut|haevet|"
         "udgift|otto|deebet|islaidos|debets|"
         "расход|списание|дебет|дт|видаток|витрата|списання|borc|b|gider|cekilen|χρεωση|χ|חובה|ח|debe d|keluar|ghi "
         "no|ถอน|isplata|duguje|zaduzenje|teretenje|rashod|debit de|дебит|breme|v breme|na teret|مدين|سحب|uttekt|ut "
         "fra konto|withdraw|снятие|debits|rozchod|dr amount|출금거래|이체출금|付出|扣除|支用|提取|提出|取款|cash "
         "out|izlaz|odliv|vydavek"},
        {meaning(Side::in),
         "credit|cr|c|crdt|kr|credited|in|deposit|income|received|paid in|money in|incoming|payment received|refund|+|"
         "入賬|입금액|zugang|przychodzacy|przychodzaca|ve "
         "prospech|tulo|sissetulek|kreditas|прибуток|giren|ฝากเงิน|korist|u "
         "korist|incasare|intrare|wplata|корист|収入|收入|收|贷|入|贷方|入账|收款|已收入|存入|存|入金|退款|收款入账|"
         "贷记|入帳|"
         "預り|預入|お預り|お預入れ|預かり|입금|입|맡김|환불|"
         "haben|h|gutschrift|einnahme|eingang|einzahlung|kredit|"
         "recette|entree|remboursement|accredito|avere|entrata|abono|haber|ingreso|deposito|credito|entrada|receita|"
         "bij|"
         "uznanie|wplyw|ma|prichozi|prijem|prijmy|kreditna|jovairas|bevetel|j|insattning|inkomst|innskudd|inn|indsat|"
         "indtaegt|pano|kreedit|k|pajamos|kredits|"
         "приход|зачисление|кредит|кт|пополнение|доход|надходження|зарахування|поповнення|дохід|alacak|gelir|yatan|"
         "πιστωση|π|זכות|ז|masuk|ghi co|ฝาก|uplata|potrazuje|odobrenje|prihod|кредит|dobro|v dobro|u "
         "korist|دائن|إيداع|innlegg|innborgun|inn pa konto|deposited|przychod|credits|입금거래|이체입금|收益|存款|cash "
         "in|ulaz|priliv|貸|bonifico|topup|top up"},
        {meaning(Side::neutral),
         "不计收支|不計收支|不计收 支|中性交易|其他|/|neutral|余额变更|负债变更|债权变更|内部转账|balance "
         "change|transfer between own accounts|资金转移|不计"},
        {meaning(Side::between),
         "转账|轉帳|转帐|还款|還款|信用卡还款|transfer|transfers|振替|이체|umbuchung|virement "
         "interne|traspaso|trasferimento|transferencia entre cuentas|overboeking|przelew wlasny|перевод|переказ"},
        {meaning(Side::moved_in), "转入|轉入|transfer in|汇入|匯入"},
        {meaning(Side::moved_out), "转出|轉出|transfer out|汇出|匯出"},
    };
    return all;
}

const std::vector<LetterPair>& letter_pairs()
{
    static const std::vector<LetterPair> all{
        {"b", "a", "TRY"},  // borç, alacak
        {"d", "a", ""},     // dare, avere
        {"a", "b", ""},     // af, bij
        {"c", "a", ""},     // cargo, abono
        {"d", "h", ""},     // debe, haber
        {"d", "k", ""},     // debets, kredīts
        {"t", "j", ""},     // terhelés, jóváírás
        {"i", "u", ""},     // isplata, uplata
        {"s", "h", ""},     // soll, haben
        {"n", "c", "VND"},  // nợ, có
        {"no", "co", "VND"}, {"chi", "thu", "VND"},
    };
    return all;
}

/// The whole cell, or the start of it.
const std::vector<ValueWords>& standing_words()
{
    static const std::vector<ValueWords> all{
        {meaning(Standing::failed),
         "abgebrochen|refusee|rifiutata|respinto|respinta|anulado|anulada|denegada|denegado|recusada|rejeitado|"
         "rejeitada|anulowano|odrzucono|zrusena|torolve|refuzat|отказ|отказана|відмовлено|basarisiz|απορριφθηκε|נדחה|"
         "נדחתה|مرفوض|ملغى|ملغاة|ล้มเหลว|da huy|odbijeno|neuspjesno|neuspesno|noraidits|atmesta|ruckgangig "
         "gemacht|ruckgangig|revertido|revertida|stornato|stornata|wycofana|cofnieta|visszavonva|visszavont|vraceno "
         "zpet|teruggedraaid|aterkallad|tilbakefort|tilbagefort|отменен|отменён|скасована|скасований|已撤回|已拒绝|"
         "已退回|failed|fail|failure|declined|cancelled|canceled|cancel|reverted|rejected|expired|denied|void|voided|"
         "reversed authorization|not executed|unsuccessful|blocked|removed|payment failed|returned "
         "unpaid|bounced|aborted|"
         "交易关闭|已关闭|支付失败|交易失败|失败|已取消|已撤销|交易取消|订单关闭|关闭|交易關閉|失敗|已失效|提现失败|"
         "已撤单|冲正|已冲正|撤销|支付关闭|对方已退还|"
         "取消|キャンセル|승인취소|취소|거절|실패|abgelehnt|storniert|fehlgeschlagen|nicht "
         "ausgefuhrt|gestrichen|annule|annulee|refuse|echoue|rejete|annullato|rifiutato|annullata|cancelado|cancelada|"
         "rechazado|rechazada|fallido|recusado|geweigerd|geannuleerd|mislukt|"
         "odrzucona|anulowana|odmowa|zamitnuto|zruseno|storno|zamietnuta|elutasitva|sikertelen|anulat|respins|avbruten|"
         "nekad|misslyckad|avvist|avbrutt|afvist|annulleret|hylatty|peruutettu|tagasi "
         "lukatud|отклонено|отменено|отклонена|отмена|не выполнена|ошибка|failed "
         "operation|відхилено|скасовано|відмова|iptal|reddedildi|ακυρωθηκε|בוטל|נכשלה|gagal|dibatalkan|huy|that "
         "bai|ยกเลิก"},
        {meaning(Standing::pending),
         "처리중|처리 중|in bearbeitung|en cours|in elaborazione|in corso|en tramite|w trakcie realizacji|w "
         "trakcie|zpracovava se|spracovava sa|cakajuca|feldolgozas alatt|in procesare|under "
         "behandling|odottaa|gaida|laukiama|ожидает|provizyonda|isleniyor|σε εκκρεμοτητα|معلق|قيد "
         "المعالجة|รอดำเนินการ|cho xu ly|diproses|menunggu|na cekanju|u obradi|v "
         "obdelavi|pending|authorised|authorized|on hold|processing|in progress|uncleared|unposted|scheduled|not "
         "posted|hold|pre authorized|pending authorization|incomplete|awaiting|draft|planned|upcoming|waiting|"
         "等待付款|待付款|处理中|未入账|待入账|未出账|交易进行中|待支付|支付中|未請款|未入帳|审核中|処理中|未確定|"
         "미매입|승인대기|"
         "offen|en attente|in attesa|pendiente|pendiente de|en proceso|retenido|pendente|em processamento|in "
         "behandeling|oczekujaca|w toku|blokada|cekajici|nezauctovano|fuggo|fuggoben|zarolas|in "
         "asteptare|vantar|ventende|afventer|katevaraus|varattu|ootel|ожидание|в обработке|в обработке банком|hold|в "
         "очікуванні|в обробці|холд|заблоковано|beklemede|provizyon|εκκρεμει|ממתין|בהמתנה|tertunda|dang xu ly"},
        {meaning(Standing::pending_counted),
         "vorgemerkt|umsatz "
         "vorgemerkt|autorizzato|autorizzata|gereserveerd|reserverad|reservert|reserveret|preautorisiert|angekundigt"},
        {meaning(Standing::booked),
         "completed|complete|posted|cleared|booked|settled|success|succeeded|successful|sent|paid|processed|executed|"
         "done|交易成功|支付成功|成功|已完成|已支付|已入账|已到账|等待确认收货|退款成功|已收款|已存入零钱|对方已收钱|"
         "已转账|朋友已收钱|充值完成|提现已到账|还款成功|交易完成|付款成功|"
         "gebucht|umsatz "
         "gebucht|abgeschlossen|ausgefuhrt|comptabilise|contabilizzato|contabilizzata|eseguito|contabilizado|"
         "completado|realizado|efetivado|concluido|verwerkt|geboekt|zaksiegowana|zrealizowana|zauctovano|vykonane|"
         "konyvelt|teljesitett|bokford|bokfort|kirjattu|выполнено|исполнено|ok|проведено|виконано|успішно|tamamlandi|"
         "selesai"},
    };
    return all;
}

/// The whole cell; or, for long words, the start of it.
const std::vector<ValueWords>& label_words()
{
    static const std::vector<ValueWords> all{
        {meaning(Label::opening),
         "alter saldo|primo saldo|onceki bakiye|opening balance|balance brought forward|opening balance brought "
         "forward|brought forward|beginning balance|starting balance|previous balance|balance forward|start balance|b "
         "f|bal b f|balance b f|opening bal|initial balance|balance as of|"
         "上期余额|期初余额|上日余额|承前页|承上页|上页余额|期初餘額|承前頁|上期結餘|前期繰越|繰越|前月繰越|繰越残高|"
         "前回残高|이월|이월잔액|전월이월|전잔액|"
         "anfangssaldo|alter kontostand|saldo vortrag|saldovortrag|vortrag|kontostand am|solde initial|ancien "
         "solde|solde precedent|report|solde au|saldo iniziale|saldo precedente|saldo inicial|saldo anterior|saldo "
         "previo|s a l d o anterior|beginsaldo|vorig saldo|"
         "saldo poczatkowe|saldo otwarcia|pocatecni zustatek|pocatocny zostatok|nyito egyenleg|nyitoegyenleg|sold "
         "initial|ingaende saldo|inngaende saldo|primosaldo|alkusaldo|algsaldo|pradinis likutis|sakuma "
         "atlikums|likutis pradziai|входящий остаток|остаток на начало|начальный остаток|вхідний залишок|devir|acilis "
         "bakiyesi|devreden bakiye|υπολοιπο εκ μεταφορας|προηγουμενο υπολοιπο|יתרת פתיחה|יתרה קודמת|saldo awal|so du "
         "dau ky|ยอดยกมา|الرصيد الافتتاحي|pocetno stanje|prethodno stanje|ingaende balans|saldo fra forrige|saldo "
         "primo|saldo prim|inngaende balanse|algjaak|saldo poprzednie|predchozi zustatek|pociatocny "
         "zostatok|predchadzajuci zostatok|sold precedent|начално салдо|zacetno stanje|prejsnje stanje|stanje iz "
         "prethodnog|αρχικο υπολοιπο|залишок на початок|الرصيد السابق|رصيد افتتاحي|baki awal|baki bawa ke hadapan|so "
         "du dau|전월 잔액|承上結餘|承前結餘|上期餘額|前期結餘|結餘承上|承前餘額|solde d ouverture|solde reporte|solde "
         "anterieur|upphafsstada|sakuma saldo|anfangsbestand|kontostand alt|saldo previo al|saldo inicial del "
         "periodo|opening|eroffnungssaldo|startsaldo|saldo iniciales|saldo start|上页结余|上月结余|期初结余|前日余额"},
        {meaning(Label::closing),
         "nuovo saldo|utgaende balanse|ultimo saldo|closing balance|ending balance|balance carried forward|carried "
         "forward|end balance|closing bal|c f|available balance|ledger balance|final balance|new balance|current "
         "balance|"
         "期末余额|本期余额|过次页|下页余额|期末餘額|次页|翌月繰越|次期繰越|最終残高|endsaldo|neuer "
         "kontostand|abschlusssaldo|neuer saldo|schlusssaldo|solde final|nouveau solde|solde crediteur|solde|stan "
         "konta|zustatek|zostatok|egyenleg|likutis|atlikums|jaak|остаток|баланс|залишок|bakiye|υπολοιπο|салдо|solde "
         "debiteur|saldo finale|saldo final|saldo actual|saldo atual|saldo do dia|s a l d o|saldo dia|eindsaldo|saldo "
         "koncowe|saldo zamkniecia|konecny zustatek|konecny zostatok|zaro egyenleg|zaroegyenleg|utgaende "
         "saldo|ultimosaldo|loppusaldo|loppsaldo|galutinis likutis|beigu atlikums|likutis pabaigai|исходящий "
         "остаток|остаток на конец|конечный остаток|вихідний залишок|kapanis bakiyesi|νεο υπολοιπο|יתרת סגירה|saldo "
         "akhir|so du cuoi ky|الرصيد الختامي|konacno stanje|novo stanje|saldo|saldo contable|saldo "
         "contabilistico|saldo contabilistico final|nieuw saldo|utgaende balans|ny saldo|saldo ultimo|loppjaak|saldo "
         "koncove|konecne saldo|sold final|крайно салдо|zavrsno stanje|koncno stanje|krajnje stanje|τελικο "
         "υπολοιπο|son bakiye|залишок на кінець|יתרה סופית|الرصيد الحالي|رصيد ختامي|baki "
         "akhir|ยอดยกไป|차기이월|차월이월|期末結餘|轉下結餘|本期結餘|本期餘額|結餘轉下|solde de fermeture|solde de "
         "cloture|lokastada|endbestand|kontostand neu|closing|schlusskontostand|期末结余|本月余额|本页余额"},
        {meaning(Label::total),
         "계|suma total|podsumowanie|mindosszesen|is viso|total mutasi|total|totals|sum|subtotal|sub total|grand "
         "total|total debits|total credits|total amount|total withdrawals|total deposits|page total|turnover|statement "
         "total|total for period|total credit|total debit|total debits credits|"
         "合计|总计|小计|合计金额|人民币合计|共计|合計|總計|小計|本页合计|支出合计|收入合计|本期合计|累计|支払合計|"
         "ご請求額合計|計|総合計|今回ご請求額|합계|총계|소계|총합계|"
         "summe|gesamt|gesamtsumme|zwischensumme|gesamtbetrag|summen|umsatz summe|totaux|total general|sous "
         "total|totale|totali|totale generale|totales|total general|subtotales|totais|totaal|razem|suma|suma "
         "koncowa|obroty|celkem|celkom|soucet|obrat|obrat celkem|osszesen|osszeg|forgalom|total "
         "general|summa|totalt|sum total|i "
         "alt|yhteensa|kokku|kaive|viso|apyvarta|kopa|apgrozijums|итого|итог|всего|обороты|разом|усього|всього|оборот "
         "за период|toplam|genel toplam|συνολο|סה כ|סך הכל|jumlah|tong|tong cong|tong "
         "so|รวม|المجموع|ukupno|skupaj|сума|сумма|turnover|spolu|rulaj|общо|обороти|συνολα|الإجمالي|samtals|cyfanswm|"
         "jumlah besar|ยอดรวม|tong phat sinh|cong|total general "
         "pesos|本頁合計|本期合計|支出合計|存入合計|本月合计|合计支出|合计收入|总支出|总收入|笔数合计|결제금액합계|"
         "이용금액합계|suma uznan|suma obciazen|suma wplywow|summe soll|summe haben|total debit credit|total des "
         "operations|totale movimenti|total de cargos|total de abonos|total cargos|total abonos|total creditos|total "
         "debitos"},
    };
    return all;
}

/// Anywhere in the text of a row on a card.
const std::vector<ValueWords>& card_text_words()
{
    static const std::vector<ValueWords> all{
        {+1,
         "口座振替|返品|결제대금|ruckerstattung|geincasseerd|retour|uhrada|plata "
         "primita|refusjon|tilbagebetaling|תשלום|سداد|استرداد|ชำระเงิน|คืนเงิน|thanh toan the|hoan "
         "tien|pembayaran|pengembalian|hvala|povrat|vracilo|uberweisung erhalten|payment|paymt|pymt|autopay|auto "
         "pay|thank you|thank|thanks|erhalten|danke|besten dank|merci|paiement "
         "merci|grazie|gracias|obrigado|obrigada|bedankt|dank "
         "u|tack|takk|tak|kiitos|dziekujemy|dekujeme|dakujeme|koszonjuk|multumim|ευχαριστουμε|tesekkur|tesekkurler|"
         "tesekkur "
         "ederiz|спасибо|дякуємо|감사합니다|ありがとうございます|感谢|感謝|谢谢|recibido|ricevuto|recebido|recu|"
         "ontvangen|mottagen|mottatt|modtaget|otrzymano|ayina|получен|отримано|refund|credit adjustment|cashback|cash "
         "back|reversal|repayment|rebate|return|returned|statement credit|bpay|direct debit payment|received|credit "
         "voucher|"
         "还款|還款|退款|退货|退貨|返现|返還|冲销|撤销|退回|繳款|缴款|入账 "
         "还款|自动转账还款|自扣|溢缴|回馈|回饋|刷卡金回饋|折抵|冲正|贷记|"
         "返金|払戻|ご入金|キャッシュバック|결제입금|환불|취소|"
         "zahlung erhalten|einzug|gutschrift|ruckzahlung|erstattung|ausgleich|einzahlung|ihre zahlung|lastschrift "
         "einzug|kontoausgleich|remboursement|paiement recu|votre paiement|prelevement "
         "automatique|versement|rimborso|pagamento ricevuto|storno|accredito|devolucion|pago recibido|su "
         "pago|abono|reembolso|pago|estorno|pagamento recebido|pagamento efetuado|pagamento|terugbetaling|uw "
         "betaling|incasso|splata|zwrot|splaceno|platba karty "
         "splatka|vraceni|splatka|visszaterites|befizetes|rambursare|betalning|inbetalning|aterbetalning|innbetaling|"
         "tilbakebetaling|indbetaling|suoritus|hyvitys|возврат|погашение|пополнение|оплата "
         "задолженности|повернення|поповнення|погашення|зарахування|зачисление|надходження|iade|odeme|πληρωμη|"
         "επιστροφη|החזר|זיכוי"},
        {-1,
         "purchase|sale|消费|消費|快捷支付|分期|购物|年费|手续费|取现|einkauf|achat|acquisto|compra|aankoop|zakup|"
         "nakup|vasarlas|kop|kjop|оплата|покупка|купівля|harcama|רכישה|annual fee|interest charge|finance "
         "charge|fee|fees|late fee|interest|cash advance|комісія|комиссия|oplata za|poplatek|jahresgebuhr|cotisation"},
    };
    return all;
}

const std::vector<ValueWords>& plain_text_words()
{
    static const std::vector<ValueWords> all{
        {+1,
         "top up|topup|cash in|reimbursement|gutschrift|einzahlung|ruckzahlung|erstattung|virement "
         "recu|remboursement|versement|ingreso|abono|devolucion|recebimento|recebido|reembolso|rimborso|accredito|"
         "zwrot|wplata|vraceni|vklad|возврат|пополнение|повернення|поповнення|充值|入金|返金|입금|환불|收入|工资|薪|"
         "退款|红包收|转入|salary|income|deposit|refund|interest|dividend|received|lohn|gehalt|salaire|stipendio|"
         "nomina|salario|wynagrodzenie|mzda|зарплата|給与|급여|利息|收款|存款"},
        {-1,
         "fee|fees|commission|gebuhr|frais|cash "
         "out|paiement|retrait|prelevement|kartenzahlung|lastschrift|auszahlung|compra|pago|pagamento|retirada|saque|"
         "prelievo|zakup|platnosc|wyplata|nakup|platba|vyber|покупка|оплата|снятие|списание|комиссия|купівля|комісія|"
         "提现|手续费|出金|支払|결제|출금|付款|消费|餐饮|购物|交通|支出|扫码|购买|外卖|purchase|payment|paid|"
         "withdrawal|shop|store|food|grocery|rent|bill|cafe|restaurant|einkauf|achat|compra|spesa|飲食|交通費|食費|"
         "日用品"},
    };
    return all;
}

const std::vector<ValueWords>& month_words()
{
    static const std::vector<ValueWords> all{
        {1,
         "siječnja|sijecnja|sausio|gener|janúar|januára|януари|јануари|يناير|มกราคม|ม.ค.|जनवरी|jänner|thg "
         "1|januari|january|jan|januar|janner|janvier|janv|gennaio|gen|enero|ene|janeiro|januari|styczen|stycznia|sty|"
         "leden|ledna|led|január|januara|ianuarie|ian|januar|tammikuu|tammikuuta|jaanuar|janvaris|sausis|январь|января|"
         "янв|січень|січня|січ|ocak|oca|ιανουαριος|ιανουαριου|ιαν|ינואר|siječanj|thang 1"},
        {2,
         "veljače|vasario|febrer|febr|febrúar|februára|февруари|فبراير|กุมภาพันธ์|ก.พ.|फरवरी|pebrero|february|feb|februar|"
         "februari|fevrier|fevr|fev|febbraio|febrero|fevereiro|luty|lutego|lut|unor|unora|uno|februara|februarie|"
         "helmikuu|helmikuuta|veebruar|februaris|vasaris|vas|февраль|февраля|фев|лютий|лютого|лют|subat|sub|"
         "φεβρουαριος|φεβρουαριου|φεβ|פברואר|veljača"},
        {3,
         "ožujka|kovo|març|marec|marca|maret|mac|март|марта|مارس|มีนาคม|มี.ค.|मार्च|märts|marzo|march|mar|marz|maerz|mrz|"
         "mars|marzo|marco|maart|mrt|marzec|marca|brezen|brezna|bre|marec|marcius|marc|martie|mart|maaliskuu|"
         "maaliskuuta|marts|kovas|март|марта|мар|березень|березня|бер|μαρτιος|μαρτιου|μαρ|מרץ|ožujak"},
        {4,
         "travnja|balandžio|balandzio|apríl|apríla|април|أبريل|ابريل|إبريل|เมษายน|เม.ย.|अप्रैल|april|apr|avril|avr|"
         "aprile|abril|abr|kwiecien|kwietnia|kwi|duben|dubna|dub|aprilis|aprilie|huhtikuu|huhtikuuta|aprill|balandis|"
         "апрель|апреля|апр|квітень|квітня|кві|nisan|nis|απριλιος|απριλιου|απρ|אפריל|travanj|april"},
        {5,
         "svibnja|gegužės|geguzes|maig|mája|maí|май|مايو|พฤษภาคม|พ.ค.|मई|may|mai|maggio|mag|mayo|maio|mei|maj|maja|"
         "kveten|kvetna|kve|majus|toukokuu|toukokuuta|maijs|geguze|май|мая|травень|травня|тра|mayis|μαιος|μαιου|μαι|"
         "מאי|svibanj"},
        {6,
         "lipnja|birželio|juny|júna|júní|junij|юни|يونيو|มิถุนายน|มิ.ย.|जून|june|jun|juni|juin|giugno|giu|junio|junho|"
         "czerwiec|czerwca|cze|cerven|cervna|junius|iunie|iun|kesakuu|kesakuuta|juuni|junijs|birzelis|июнь|июня|июн|"
         "червень|червня|чер|haziran|haz|ιουνιος|ιουνιου|ιουν|יוני|lipanj"},
        {7,
         "srpnja|liepos|juliol|júla|júlí|julij|julai|юли|يوليو|กรกฎาคม|ก.ค.|जुलाई|july|jul|juli|juillet|juil|luglio|lug|"
         "julio|julho|lipiec|lipca|lip|cervenec|cervence|julius|iulie|iul|heinakuu|heinakuuta|juuli|julijs|liepa|июль|"
         "июля|июл|липень|липня|лип|temmuz|tem|ιουλιος|ιουλιου|ιουλ|יולי|srpanj"},
        {8,
         "kolovoza|rugpjūčio|rugpjucio|agost|augusta|ágúst|avgust|augusti|agustus|ogos|август|أغسطس|สิงหาคม|ส.ค.|अगस्त|"
         "august|aug|aout|agosto|ago|augustus|sierpien|sierpnia|sie|srpen|srpna|srp|augusztus|elokuu|elokuuta|augusts|"
         "rugpjutis|август|августа|авг|серпень|серпня|сер|agustos|agu|αυγουστος|αυγουστου|αυγ|אוגוסט|kolovoz"},
        {9,
         "rujna|rugsėjo|rugsejo|septembra|septembar|септември|سبتمبر|กันยายน|ก.ย.|सितंबर|setyembre|september|sep|sept|"
         "septembre|settembre|set|septiembre|setembro|wrzesien|wrzesnia|wrz|zari|szeptember|szept|septembrie|syyskuu|"
         "syyskuuta|septembris|rugsejis|сентябрь|сентября|сен|сент|вересень|вересня|вер|eylul|eyl|σεπτεμβριος|"
         "σεπτεμβριου|σεπ|ספטמבר|rujan"},
        {10,
         "spalio|octubre|októbra|október|oktobar|октомври|أكتوبر|اكتوبر|ตุลาคม|ต.ค.|अक्टूबर|october|oct|oktober|okt|"
         "octobre|ottobre|ott|octubre|outubro|out|pazdziernik|pazdziernika|paz|rijen|rijna|rij|octombrie|lokakuu|"
         "lokakuuta|oktoober|oktobris|spalis|октябрь|октября|окт|жовтень|жовтня|жов|ekim|eki|οκτωβριος|οκτωβριου|οκτ|"
         "אוקטובר|listopad hr"},
        {11,
         "studenoga|studenog|lapkričio|lapkricio|novembra|novembar|nóvember|ноември|listopadu|نوفمبر|พฤศจิกายน|พ.ย.|"
         "नवंबर|nopember|november|nov|novembre|noviembre|novembro|listopad|listopada|lis|noviembre|noiembrie|noi|"
         "marraskuu|marraskuuta|novembris|lapkritis|ноябрь|ноября|ноя|листопад|листопада|kasim|kas|νοεμβριος|νοεμβριου|"
         "νοε|נובמבר|studeni"},
        {12,
         "prosinca|gruodžio|gruodzio|desembre|decembra|decembar|декември|dets|dis|ديسمبر|ธันวาคม|ธ.ค.|दिसंबर|december|"
         "dec|dezember|dez|decembre|dicembre|dic|diciembre|dezembro|grudzien|grudnia|gru|prosinec|prosince|pro|"
         "decembrie|joulukuu|joulukuuta|detsember|decembris|gruodis|декабрь|декабря|дек|грудень|грудня|гру|aralik|ara|"
         "δεκεμβριος|δεκεμβριου|δεκ|דצמבר|prosinac|desember|des"},
    };
    return all;
}

const std::vector<ValueWords>& weekday_words()
{
    static const std::vector<ValueWords> all{
        {1,
         "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday|mo|di|"
         "mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|"
         "mardi|mercredi|jeudi|vendredi|samedi|dimanche|gio|sab|dom|mie|jue|vie|seg|ter|qua|qui|sex|пн|вт|ср|чт|пт|сб|"
         "вс|星期一|星期二|星期三|星期四|星期五|星期六|星期日|周一|周二|周三|周四|周五|周六|周日|月|火|水|木|金|土|日"},
    };
    return all;
}

std::string_view card_words()
{
    return "credit card|creditcard|信用卡|kreditkarte|kreditkartenumsatze|carte de credit|carta di credito|tarjeta de "
           "credito|cartao de credito|fatura|creditcards|karta kredytowa|kreditni karta|kreditna "
           "karta|hitelkartya|card de credit|kreditkort|luottokortti|krediitkaart|кредитная карта|кредитна "
           "картка|kredi karti|πιστωτικη καρτα|כרטיס אשראי|クレジット|신용카드";
}

std::string_view card_header_words()
{
    return "クレジット|カードご利用|ご利用店名|利用店名|신용카드|가맹점|卡号末四位|卡號末四碼|消費金額|mastercard|visa "
           "card|amex|american express|kartennummer|karteninhaber|card member|cardmember|merchant category|statement "
           "credit|持卡人|账单月份|本期账单";
}

std::string_view spending_header_words()
{
    return "消费金额|消費金額|刷卡金額|支出金额|利用金額|ご利用金額|利用額|支払金額|お支払金額|ご請求金額|請求金額|"
           "支払総額|今回請求額|이용금액|승인금액|결제금액|请款金额|請款金額|應繳金額|spent|spend|spending|charge|"
           "charges|purchase amount|charged amount|billed amount|billing amount|סכום חיוב|סכום החיוב|סכום "
           "עסקה|expense|expenses|ausgaben|depenses|gasto|cost|花费|开销|花費";
}

const std::vector<CurrencyWords>& currency_words()
{
    static const std::vector<CurrencyWords> all{
        {"EUR", "€|euro|euros|欧元|eur."},
        {"GBP", "£|pound sterling|英镑"},
        {"USD", "us$|usd$|u$s|美元|美金|us dollar|$us|u.s.$"},
        {"HKD", "hk$|港币|港元|港幣"},
        {"TWD", "nt$|nt|新台币|新臺幣|新台幣|台币|臺幣|台幣"},
        {"SGD", "s$|新加坡元"},
        {"AUD", "a$|au$|澳元|澳大利亚元"},
        {"CAD", "c$|ca$|cdn$|加元"},
        {"NZD", "nz$"},
        {"MXN", "mx$|mxn$"},
        {"BRL", "r$"},
        {"CNY", "人民币|人民币元|rmb|元|人民幣|cn¥|cny¥|cnh"},
        {"JPY", "円|日元|日圆|日本円|jp¥"},
        {"KRW", "₩|원|韩元"},
        {"INR", "₹|rs.|rs|inr."},
        {"RUB", "₽|руб.|руб|р.|rur|рублей|рубли|российский рубль|卢布"},
        {"UAH", "₴|грн|грн.|гривня"},
        {"PLN", "zł|zl|zlotych|złotych"},
        {"CZK", "kč|kc"},
        {"HUF", "ft|ft."},
        {"RON", "lei|leu"},
        {"BGN", "лв|лв."},
        {"TRY", "₺|tl"},
        {"ILS", "₪|nis|ש\"ח|שח"},
        {"CHF", "fr.|sfr.|sfr|chf.|瑞士法郎"},
        {"THB", "฿|baht|บาท"},
        {"VND", "₫|đ|vnđ|dong"},
        {"PHP", "₱"},
        {"IDR", "rp|rp."},
        {"MYR", "rm"},
        {"ZAR", "zar"},
        {"NGN", "₦"},
        {"GEL", "₾"},
        {"KZT", "₸|тг"},
        {"PEN", "s/|s/."},
        {"AED", "د.إ|درهم|dhs|dh"},
        {"SAR", "ر.س|ريال|sar."},
        {"QAR", "ر.ق"},
        {"KWD", "د.ك"},
        {"EGP", "ج.م|egp."},
        {"BDT", "৳|tk|tk."},
        {"PKR", "₨"},
        {"KES", "ksh|kshs|ksh.|kes."},
        {"RSD", "din|din.|дин|дин."},
        {"MKD", "ден|ден."},
        {"BAM", "km"},
        {"AMD", "֏"},
        {"AZN", "₼"},
        {"MNT", "₮"},
        {"KHR", "៛"},
        {"MOP", "mop$|澳门元|澳門元"},
        {"", "$|¥|￥|kr|kr.|kr:|圓|圆|块|\\|＄"},
    };
    return all;
}

std::string_view currency_codes()
{
    return "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD "
           "CAD CDF CHF CLF CLP CNY CNH COP CRC CUP CVE CZK DJF DKK DOP "
           "DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR "
           "ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
           "LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD "
           "OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RUR RWF SAR "
           "SBD SCR SDG SEK SGD SHP SKK SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
           "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW";
}

/// Marks are looked for in the title lines, the header and the file's name; all of a hint's marks must be there.
const std::vector<BankHint>& bank_hints()
{
    static const std::vector<BankHint> all{
        {"alipay", "支付宝 Alipay", "支付宝", "CN"},
        {"alipay", "支付宝 Alipay", "收 付款方式|交易订单号|商家订单号", "CN"},
        {"wechat", "微信支付 WeChat Pay", "微信支付账单", "CN"},
        {"wechat", "微信支付 WeChat Pay", "交易单号|商户单号|当前状态", "CN"},
        {"jd", "京东 JD", "京东账号", "CN"},
        {"meituan", "美团 Meituan", "美团交易账单", "CN"},
        {"icbc-card", "中国工商银行 ICBC", "明细查询文件下载|记账金额|对方户名|信用卡", "CN", true},
        {"icbc", "中国工商银行 ICBC", "明细查询文件下载", "CN"},
        {"cmb-card", "招商银行 CMB", "招商银行信用卡", "CN", true},
        {"cmb", "招商银行 CMB", "记账日期|货币|联机余额", "CN"},
        {"cmb", "招商银行 CMB", "招商银行", "CN"},
        {"ccb", "中国建设银行 CCB", "建设银行", "CN"},
        {"boc", "中国银行 BOC", "中国银行", "CN"},
        {"abc", "中国农业银行 ABC", "农业银行", "CN"},
        {"bocom", "交通银行 BoCom", "交通银行", "CN"},
        {"spdb", "浦发银行 SPDB", "存入金额|取出金额|对手信息", "CN"},
        {"cgb-card", "广发银行 CGB", "入账金额|入账货币|交易货币", "CN", true},
        {"feidee", "随手记 Feidee", "随手记导出文件", "CN"},
        {"chase", "Chase", "chase", "US"},
        {"td", "TD Canada Trust", "td canada", "CA"},
        {"bmo", "Bank of Montreal", "first bank card|transaction type", "CA"},
        {"revolut", "Revolut", "type|product|started date|completed date|state", "EU"},
        {"n26", "N26", "partner name|partner iban|payment reference|account name", "DE"},
        {"venmo", "Venmo", "venmo", "US"},
        {"paypal", "PayPal", "paypal", "US"},
        {"payoneer", "Payoneer", "payoneer", "US"},
        {"payoneer", "Payoneer", "transfer amount|additional description|store name", "US"},
        {"mercury", "Mercury", "source account|bank description|last four digits", "US"},
        {"wise", "Wise", "transferwise", "GB"},
        {"ing-de", "ING", "umsatzanzeige", "DE"},
        {"ing-nl", "ING", "naam omschrijving|af bij|mededelingen", "NL"},
        {"rabobank", "Rabobank", "saldo na trn|volgnr", "NL"},
        {"sparkasse", "Sparkasse", "auftragskonto|buchungstag|valutadatum", "DE"},
        {"postfinance", "PostFinance", "postfinance", "CH"},
        {"monobank", "monobank", "mcc|сума в валюті картки", "UA"},
    };
    return all;
}

}  // namespace ledger
