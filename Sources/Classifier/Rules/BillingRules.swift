/// Money: what was charged, is owed, should come back, or how to pay.
let billingRules = """
    billing.refund | 3.4 | refund*, money back, reimburs*, rebate*, compensation, give me back my money, get my money back,
        returned to me, chargeback
    billing.invoice | 3.2 | invoic*, receipt*, credit note*, bills from, the bills, my bills, purchase order number, vat number
    billing.bill | 3.0 | billing, billed, overbill*, my bill, the bill, bill for, gas bill, electric bill, electricity bill,
        water bill, phone bill, cable bill, house bill, bills, bill due, my bill
    billing.overcharge | 3.6 | overcharg*, double charg*, charged twice, charged ... twice, charged double, charged again,
        billed twice, duplicate charge*, duplicate payment*, duplicate transaction*, extra charge*, extra fee*,
        charged extra, charged me twice, charged too much, repeated several times, same charge, taken twice, paid twice,
        same transaction
    billing.charge | 2.6 | charged, charges, charge for, charge on, my charge, a charge, unexpected charge*, charging me, charge me,
        large charge, early exit charge, why ... charge, get charged | full charge, battery, charger
    billing.fee | 3.0 | fee, fees, surcharge*, fee free, cost more, costs more, cost extra | cost optimi*
    billing.unrecognised | 3.0 | not recognise, not recognize, unauthorized transaction*, unauthorised transaction*,
        unauthorized charge*, unauthorised charge*, unauthorized payment*, unauthorised payment*, payments i not,
        payment i not, payments ... i not, charge i not, charge that i not, transaction ... not, someone has taken my, someone ... taken ... money, gained access to my account, charge ... i not, not mine, taken my money, took my money,
        stole my money, someone ... my money, payment ... not done, payment ... not make, payments ... not make,
        withdrawal i not, withdrawal ... not, withdrawal from my account, not authorize, not authorise, fraudulent charge*
    billing.unrecognised.subject | 1.4 | direct debit*, a debit, transaction*, my statement, bank statement*
    billing.dispute | 3.0 | billing discrepanc*, billing inconsistenc*, billing irregularit*, billing error*, billing issue*,
        invoice discrepanc*, incorrect charge*, wrong amount, incorrect amount, unanticipated fee*, unanticipated charge*,
        dispute ... charge, discrepanc* ... charges, mismatched charge*, dispute ... payment
    billing.payment.problem | 2.4 | payment failed, payment fails, payment declined, payment problem*, payment issue*,
        trouble* ... payment*, problem* ... payment*, error* ... payment*, issue* ... payment*, payment not, payment difficult*,
        payment was cancel*, payment cancel*, cancel a payment, cancel my payment, payment to go through, payment pending,
        pending payment*, payment gateway, still pending, payment is pending, payment ... reverted, online payment*
    billing.payment.ways | 2.8 | payment option*, payment method*, payment plan*, payment term*, payment detail*, payment condition*,
        payment information, ways to pay, methods of payment, pay by invoice, accepted payment*, billing option*, billing alternatives, billing plans, payment condition*, pricing structure*, installment*, instalment*, pay with paypal,
        update my card, update ... payment, change ... payment method, annual payment, monthly payment, how to pay,
        payments
    billing.pay | 2.1 | pay my, to pay, pay for, paying, paid for, i paid, pay the, be paid, paid, pay ... mortgage, i owe, amount due,
        is due, due by, due date, how much is due, outstanding balance
    billing.price | 1.8 | price, prices, pricing, price list, quote, quotation, how much does ... cost, how much ... subscription, cost of,
        costs of, associated expense*, discount*, total cost | prices on, prices for, price on, pages, page, website, homepage,
        index zone*
    billing.subscription | 1.5 | subscription fee*, subscription plan*, my subscription, cancel my subscription, renewal, renew*,
        auto renew*, downgrade my plan, upgrade my plan, licence fee*, license fee*, billing cycle*, subscription cost*
    billing.cash | 2.8 | cash ... not ... full, not get enough cash, wrong amount of cash, amount of cash, gave me was, cash withdrawal*,
        withdrawing cash, withdraw <money>, tried to withdraw, less cash, not enough cash, cash i received, declined funds
    billing.exchange | 2.7 | exchange rate ... wrong, wrong ... exchange rate, rate ... wrong, incorrect rate, incorrect exchange rate,
        wrong rate, bad exchange rate, rate applied, exchange rate applied, exchange rate for my, exchange* cost
    billing.money.missing | 1.6 | deducted, debited, money ... not received, not received ... money, missing money, balance is wrong,
        not reflected in my balance, taken from my account, credit ... not
    billing.balance | 1.2 | my balance, account balance, credit balance, tax, taxes, vat | tax form*, tax reasons
    billing.money | 0.5 | <money>, dollars, pounds, euros
    billing.not.ask | -1.2 | direct deposit, top up limit*, limit for top*, how do i top up, currencies, foreign currency ... get
    billing.payment.weak | 1.6 | payment, payments, paypal, sepa, iban, bank statement*, credit card bill, debited, checkout total,
        minimum payment, transaction fee*, accounts department, bookkeeping, accountant
        | carry on, top up, direct deposit, payment detail* ... site
    billing.taken | 2.6 | took <money>, took ... from me, took ... from my, taken ... from my account, took ... money, taken ... money,
        money ... not back, my money back, my cash back, get my money, want my money, money has not come back, owe me, owed to me,
        credited back, money ... not ... back
    billing.plan.cost | 1.8 | cost per, per year, per month, a month, a year, per seat, per user, monthly to annual, annual to monthly,
        yearly plan, annual plan, what does ... cost, how much does, how much do i pay, how much would, costs
        | cost optimi*, how long
    billing.machine | 2.2 | withdrew, dispens*, gave me only, only gave me, short changed, cash machine gave, wrong change
        | swallow*, kept
    billing.account.money | 1.4 | overdrawn, overdraft, not cleared, transaction ... cleared, bounced, credited, refund status, debit, debits,
        sending money abroad, purchase i, cashback i was promised, deposit ... missing
    billing.owed | 1.8 | rent due, is ... due, when is my ... due, how much do i owe, balance due, late fee*, past due, wages, salary, less money,
        more money than, charged for, being charged, charges for, currency on the invoice, wrong currency, credit cards do you take, cards do you accept
        | library
    """
