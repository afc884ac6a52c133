/// Money: what was charged, is owed, should come back, or how to pay.
let billingRules = """
    billing.refund | 4.2 | refund*, money back, reimburs*, rebate*, chargeback, charge back, credit back, want that money, reverse the charge*, fee reversed, charge reversed, reverse this, reverse my
        | slimming, text ... to <number>, guaranteed
    billing.invoice | 3.6 | ledger, breakdown of all, breakdown of the, statement of account, itemised, itemized, invoic*, receipt*, credit note*, bills from, purchase order*, pro forma, proforma, account* department, accounting, bookkeep*, accountant*, statement for, annual statement, payment confirmation,
        proof of payment, confirmation of payment, company name on, po number
    billing.bill | 3.0 | billing, billed, overbill*, my bill, our bill, the bill, this bill, a bill, bill for, bills, last bill, monthly bill, gas bill, electric bill, electricity bill, water bill, phone bill, cable bill, bill due, bill is
        | bill of, bills of
    billing.overcharge | 3.6 | overcharg*, double charg*, charged ... twice, charged double, charged again, extra charge*, extra fee*, charged extra, same charge, taken twice, paid ... twice, payed ... twice, same transaction, two payments, second payment, two charges, overpaid, overpayment, order twice,
        debited ... twice, deducted ... twice, took ... twice, transaction ... repeated, repeated transaction, charged more than, too high, unusually high, higher than usual, higher than expected, much higher than, increased without, charged the wrong, charged full price, full price instead, not deduct*,
        charged in error, charged incorrectly, wrong charge, mistake on my bill, error on my bill, twice this month
        | blood pressure, cpu, memory, ping, latency, temperature, volume
    billing.charge | 2.8 | charged, charges, charge for, charge on, my charge, a charge, unexpected charge*, charging me, charge me, charging us, large charge, exit charge*, cancellation charge*, why ... charge, you charge, still charge, charge of, the charge, this charge, charge ... from
        | full charge, battery, charger, not charge, in charge, ringtone, your mobile will
    billing.fee | 3.0 | is there a cost, pay anything, pay extra, fee, fees, surcharge*, cost more, costs more, will it cost, cost me, cost extra, interest rate*, apr, late charge*, penalty, cancellation fee*, termination fee*
        | tuition fee waiver
    billing.unrecognised | 3.2 | not recognise, not recognize, unauthorized transaction*, unauthorised transaction*, unauthorized charge*, unauthorised charge*, unauthorized payment*, unauthorised payment*, payment i not, payments ... i not, charge ... i not, transaction i not, transactions i not,
        someone ... taken ... money, someone ... used my card, somebody ... used my card, payment ... not make, payments ... not make, payment ... not done, not authorize, not authorise, never authorised, never authorized, never made ... payment, never bought, strange charge*, strange payment*, strange transaction*,
        suspicious charge*, suspicious transaction*, unknown charge*, unknown payment*, unknown transaction*, mystery charge*, debit thats not, charge ... never, payment ... never made, not my purchase, purchase i not, purchases i not, not make this purchase, not make this payment, not made by me, not by me,
        was not me, cloned card, card cloned, card was cloned, used my card without, without my consent, without my permission, without my knowledge, without asking me, without authorisation, without authorization, unfamiliar, unknown debit, suspicious payment, fraud on my
        | usb, printer, device, devices, headset, scanner, ubuntu, windows, monitor, keyboard, camera, fingerprint, disk, drive, touchpad, face id, laptop, microphone
    billing.unrecognised.subject | 1.6 | my bank account, direct debit*, a debit, debits, transaction*, my statement, bank statement*, card statement*, account statement*, standing order*
    billing.dispute | 3.0 | incorrect charge*, wrong amount, incorrect amount, unanticipated fee*, unanticipated charge*, unexpected fee*, hidden fee*, dispute ... charge, disputed charge*, discrepanc* ... charges, mismatched charge*, dispute ... payment, dispute ... transaction, wrong price, wrong total,
        total ... not match, incorrect price, unexplained charge*, wrongly charged, incorrectly charged
    billing.payment.problem | 2.6 | payment failed, payment fails, payment failing, payment declined, payment problem*, payment issue*, trouble* ... payment*, problem* ... payment*, error* ... payment*, issue* ... payment*, payment not, payment difficult*, payment was cancel*, payment cancel*, cancel ... payment,
        pending payment*, payment gateway, payment ... pending, online payment*, payment ... not go through, payment error*, failed payment*, reverted, payment modalit*, payment ... accept, accept ... payment, transactions fail, transaction fail*, stop a payment, stop payment, stop the payment, payment ... stuck,
        payment ... returned
    billing.payment.ways | 2.8 | payment option*, payment method*, payment plan*, payment term*, payment detail*, payment condition*, payment information, payment arrangement*, ways to pay, way to pay, forms of payment, means of payment, pay by, pay with, pay in, paying by, paying with, accepted payment*, installment*,
        instalment*, update my card, update ... payment, annual payment*, monthly payment*, how to pay, payments, card expire*, card on file, cards do you accept, bank details, take credit card*, accept credit card*, new card, expired card
        | apple pay card not, get a new card, new card come, activate, replacement, how long, new card yet, new card work, track, link, order a new card, when will, get my new, pin, mailed, receive, received, arrive, old card, abroad, outside, in the mail, use my new card, not pay with, holding my phone, by phone,
        pay in shops, got here, now what, came today, card came, payments with my card, not make payments
    billing.pay | 2.4 | pay my, to pay, pay for, paying, pay the, pay our, paid, payed, pay ... mortgage, i owe, owe on, still owe, amount due, due by, due date, outstanding balance, remaining balance, make a payment, make my payment, minimum payment, pay off, in cash, by cheque, by check, by card, my contribution,
        contributions, subscription ran, prepaid for, pay up, pay less, pays for, what we pay, must i pay, due this month, pay this month, pay each month
        | holding my phone, by phone, nfc, get paid for this, you get paid
    billing.price | 1.8 | price, prices, pricing, quote, quotation, how much does ... cost, how much ... subscription, cost of, costs of, discount*, total cost, new price*, percent off, cheaper than
        | prices on, prices for, price on, pages, page, website, homepage, index zone*, discount code*, coupon*, voucher*, free quote
    billing.subscription | 1.6 | subscription fee*, subscription plan*, my subscription, our subscription, renew*, upgrade my plan, downgraded, licence fee*, license fee*, subscription cost*, subscription price*, trial ended ... charged, cancel my plan
        | membership
    billing.cash | 2.8 | cash ... not ... full, not get enough cash, amount of cash, gave me was, withdrawing cash, withdraw <money>, tried to withdraw, less cash, not enough cash, cash i received, declined funds, withdrew, gave me only, only gave me, short changed, cash machine gave, wrong change, less money,
        atm gave, more money than, withdrawing money, cash advance, dispensed, dispensing, dispenses
        | swallow*, kept
    billing.exchange | 2.7 | exchange rate ... wrong, wrong ... exchange rate, rate ... wrong, incorrect rate, incorrect exchange rate, wrong rate, bad exchange rate, bad rate, rate applied, exchange rate you, exchange rate ... incorrect, exchange* cost, rate i was, unfair rate, wrong conversion, conversion rate,
        rate ... used ... wrong, the conversion, conversion ... not right, rate ... not right, exchange ... not right, converted at, converted wrongly, dynamic currency, rate you used, rate you gave, rate i got
    billing.money.missing | 1.8 | my money, deducted, debited, money ... not received, not received ... money, missing money, balance ... wrong, not reflected in my balance, taken from my account, left my account, credit ... not, taken out of my account, came out of my account, money ... gone, money is missing,
        took out of my, money not arrived, not reached the seller, has not been paid, have not been paid, not been paid out, never got paid, not received my payment, waiting for my payment, payment has not, not arrived in my account
    billing.taken | 2.8 | took <money>, took ... from me, took ... from my, taken ... from my account, took ... money, taken ... money, money ... not back, my cash back, money has not come back, owe me, money ... not ... back, waiting for the money, return the money, return the second, send back the money,
        money returned, pocketed, returned to me, take money from
    billing.balance | 1.2 | my balance, account balance, credit balance, tax, taxes, vat
        | tax form*, tax reasons, points balance, tax return software
    billing.money | 0.6 | <money>, dollars, pounds, euros, bucks, money, quid, rupees, yen, francs, pesos, cents, pence, amount, amounts, the sum, sum on, cash, my savings, my account, funds, owes me
        | a pound of, password, log in, login, cash machine, access
    # Sending and changing money is a question until it costs something.
    billing.not.ask | -1.2 | direct deposit, top up limit*, limit for top*, how do i top up, currencies, foreign currency ... get
        | fee, fees, cost, costs, charge, charged
    billing.payment.weak | 1.6 | payment, payments, paypal, sepa, iban, checkout total, transaction fee*, bank transfer*, wire transfer*, remittance, deposit ... returned
        | carry on, top up, direct deposit, payment detail* ... site
    billing.plan.cost | 1.8 | cost per, per year, per month, a month, per seat, per user, monthly to annual, annual to monthly, yearly plan, annual plan, pay monthly, pay annually, pay yearly, what does ... cost, how much does, how much would, how much will, costs, for a year, each year, every year
        | cost optimi*, how long, for a year to study
    billing.account.money | 1.4 | overdrawn, overdraft, not cleared, transaction ... cleared, bounced, credited, refund status, debit, debited, sending money abroad, purchase i, cashback i was promised, deposit ... missing, mortgage, loan payment, insurance premium
        | which papers, papers should, what income, documents
    billing.owed | 1.9 | rent due, is ... due, when is my ... due, balance due, late fee*, past due, overdue, arrears, wages, salary, charged for, being charged, charges for, payment reminder*, late payment, reminder ... payment, payment demand, debt collect*, to collections, dunning, wrong currency
        | library
    billing.wallets | 1.8 | apple pay, google pay, alipay, klarna, venmo, stripe, gift wrap fee
        | top up, top ups, topping up, topup, not work*, set up apple pay, set up google pay, watch
    # Words that only people who keep accounts use.
    billing.ledger | 3.0 | pro rated, pro rata, dunning, line item*, accounts payable, accounts receivable, remittance advice, the remittance, exemption certificate, reverse charge, travel expense*, expense report*, expense claim*, expenses, payout*, settlement, credit memo, credit line, meter reading, meter wrong,
        read the meter, roaming charge*, data charge*, usage charge*, early termination, joining fee, parking fine, the fine, a fine, finance department, financial records, made out to, allocated, quotation, formal quote, procurement, price match, match prices, per diem
        | fine tun*, works fine, is fine, fine print
    billing.deposit | 2.8 | deposit back, my deposit, our deposit, deposit not, deposit is, deposit ... held, security deposit, deposit ... returned, pre authorisation, preauthorization, authorisation hold
        | direct deposit
    billing.waive | 2.6 | waive*, waiving, goodwill, back the difference, pay back, charged after, charged even though, charged although, charged despite, charged without, charged three times, charged 3 times, money 3 times, keeps charging, keep charging, still being charged, still charged, although i cancelled,
        though i cancelled, wrong number of, not be paying, refuse to pay, not paying for, stop charging, out of pocket, my share, price difference
    billing.renewal | 2.4 | automatic renewal, turn off auto, stop the renewal, cancel ... subscription, cancel ... trial, cancel my membership, end my gym, gym membership, notice period for my contract, end my contract, contract was terminated, trial ended, trial period, debit date, payment date, collection date,
        move my payment, postpone ... payment, payment holiday, payment extension, defer ... payment, spread the, spread ... over, tuition
        | auto renewal seems, certificate
    # Who says so means another matter, whatever words follow.
    billing.denied | -3.4 | not a billing question, not a billing issue, not a billing problem, not a billing matter, not billing related, not a payment question, not a payment issue, not about billing, not about an invoice, nothing to do with billing, not an invoice question
    billing.everyday | 2.0 | my rent, the rent, rent comes, deducted from, deduction*, taken off my, were taken off, cheque*, cashed, handed out only, only handed out, machine handed out, priced, cost me, cost us, what will it cost, comes off my, agreed price, percent we agreed, the offer you sent, in your offer,
        donation receipt*, no sign of my, my cash, cash for, two entries, entries from, booked twice, booked <number>, doubled, gone up, went up by, double what, reminder crossed, your reminder, the transfer was made, per our records, crossed with, was free, supposed to be free, advertised as free, postage cost*,
        shipping cost*, delivery cost*, delivery charge*, delivery fee*, shipping fee*, final bill, final payment, top rate, promised ... off, percent off my, off my first, introductory price, introductory offer, cost centre, cost center, insurance i never asked, never asked for, never ordered, never signed up,
        never subscribed, signed me up, without being asked, taking <number>, took <number>
        | cost optimi*, points, voucher*, gift card*, temperature, cpu, memory, latency, my cash back, rent a car
    """
