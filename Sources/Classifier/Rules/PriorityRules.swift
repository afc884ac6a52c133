/// How soon somebody has to look. The highest level whose weights reach 1 wins; `low` gives way to `high`.
let priorityRules = """
    priority.urgent.outage | 1.0 | production down, production is down, completely down, complete outage, widespread outage, outage for all, whole company, all users, all our users, entire company,
        all our customers, nobody can, no one can, everything is down, site is down, system is down, website is down, total outage, all customers, major outage
    priority.urgent.security | 1.0 | security breach, data breach, been hacked, was hacked, ransomware, account was compromised, account compromised, leaked, unauthorized access to,
        someone gained access, personal data exposed, credentials exposed
    priority.urgent.loss | 1.0 | data loss, lost all our data, lost all my data, all data is gone, deleted all, wiped, lost everything
    priority.urgent.harm | 1.0 | safety risk, injured, emergency, life threatening, legal deadline, court deadline, court tomorrow
    priority.urgent.said | 0.6 | urgent, urgently, asap, immediately, immediate, critical, critically | you have won, prize, txt, landline
    priority.urgent.work | 0.5 | halted, business impact, losing money, losing customers, losing sales, not operate, operations ... halted, severe, work has stopped, production
    priority.high.said | 1.0 | urgent, urgently, asap, as soon as possible, immediately, immediate attention, critical, high priority, top priority, priority, crucial, important deadline, deadline,
        right away, time sensitive, by tomorrow, by today, today please | you have won, prize, txt, landline
    priority.high.blocked | 1.0 | not log in, not login, unable to log in, locked out, not pay, unable to pay, blocked, not able to work, unable to work, not access, stolen,
        prevents me, prevents us, preventing us, crash*, outage, failure*, failed, downtime, not received my refund, still no refund, still waiting, third time, twice already, again and again
    priority.high.money | 1.0 | charged twice, double charged, overcharged, unauthorized transaction*, unauthorized charge*, taken my money, not recognise, not recognize, fraud*, stolen card, incorrect charge*
    priority.high.angry | 1.0 | unacceptable, ridiculous, furious, disgusted, terrible service, worst, scam, fed up, outrageous, disgrace*, sick of, angry
    priority.high.incident | 0.6 | severe, widespread, disruption*, breach, unauthorized access, vulnerabilit*, severely, significantly, hindering, impacting
    priority.low.thanks | 1.2 | no rush, no hurry, not urgent, whenever you, when you have time, when you get a chance, low priority, at your leisure, minor, cosmetic, just a suggestion, nice to have,
        small typo, tiny, would be nice, just wondering, just curious, suggestion*, feedback, typo, newsletter*
    priority.low.thanks.only | 1.0 | keep up the good work, great job, well done team
    priority.low.spam | 1.5 | you have won, prize, txt, landline, 150ppm, po box, pobox*, joke, flip a coin, unsubscribe
    """
