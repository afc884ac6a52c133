/// Tags put on the ticket, and with some of them the reasons why the assistant keeps silent. The weight is not summed.
let tagRules = """
    tag.refund | 1 | refund*, money back, reimburs*, rebate*, chargeback, reembolso*, erstattung*, ruckerstattung, remboursement*
    tag.payment | 1 | payment*, pay, paid, paying, direct debit*, paypal, pago*, zahlung*, paiement*, pagamento*
    tag.invoice | 1 | invoic*, receipt*, bill, bills, billing, factura, rechnung, facture, fatura
    tag.login | 1 | log in, login, sign in, signin, locked out, logged out, 2fa, two factor, einloggen, anmelden
    tag.password | 1 | password*, passcode, pin, contrasena, passwort, mot de passe, senha
    tag.delivery | 1 | deliver*, shipping, shipment, shipped, package, parcel, courier, lieferung
    tag.outage | 1 | outage*, production down, production is down, site is down, system is down, everything is down, servers are down, server is down, website is down, total failure
    tag.bug | 1 | bug, bugs, crash*, error*, glitch*, exception, malfunction*, fehler, erreur
    tag.cancel | 1 | cancel*, terminate my, kundig*, cancelar, resilier
    tag.upgrade | 1 | upgrad*, downgrad*, change my plan, higher plan
    tag.integration | 1 | integrat*, api, webhook*
    tag.feature-request | 1 | feature request, would be nice, suggestion*, could you implement, please implement, wish list
    tag.spam | 1 | you have won, you ve won, u have won, prize, txt, 150ppm, ringtone*, jackpot, lottery, viagra, casino, backlinks, seo services, bonus caller, claim ur, to claim call
    tag.angry | 1 | unacceptable, ridiculous, furious, disgust*, terrible, worst, appalling, fed up, outrageous, disgrace*, sick of, angry, pathetic, useless, rip off, ripoff, joke of a, shame on you, horrible,
        incompetent, complaint*, awful, <shout>, third time, never again, wasting my time, disappointed
    tag.legal | 1 | lawyer*, attorney*, solicitor*, legal action, legal, sue, court, lawsuit, gdpr, ombudsman, trading standards, consumer protection, subpoena, small claims, anwalt, abogado, avocat, advogado,
        data protection
    tag.security | 1 | hack*, breach*, phishing, malware, ransomware, virus, unauthorized access, unauthorised access, unauthorized attempt*, stolen, compromised, vulnerabilit*, someone gained access, identity theft,
        leaked, suspicious, security incident, intrusion, unauthorized entry
    tag.payment-dispute | 1 | chargeback*, dispute*, unauthorized transaction*, unauthorised transaction*, unauthorized charge*, unauthorised charge*, charged twice, charged ... twice, double charg*, overcharg*,
        not recognise, not recognize, fraud*, payments i not, payment i not, charge i not, duplicate charge*, duplicate payment*, taken my money, scam*, billing discrepanc*, incorrect charge*, not authorize,
        not authorise, extra charge*, overbill*, took my money, stole my money, billed twice
    tag.change-request | 1 | please change, please update, please add, please remove, please replace, change my, update my, cancel my, delete my, close my account, change request, change the, remove my, please cancel,
        please delete, i want to cancel, would like to cancel, can you add, can you change, can you update, please publish, please amend
    """
