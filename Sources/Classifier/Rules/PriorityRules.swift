/// How soon somebody has to look, from signs that are stated: what is down, what is lost, whom it stops, by when. The
/// highest level whose weights reach 1 wins; `low` gives way to `high`.
let priorityRules = """
    priority.urgent.outage | 1.0 | production down, production is down, completely down, complete outage, widespread outage, outage for all, whole company, all users, all our users, entire company, all our customers, nobody can, no one can, everything is down, everything down, site is down,
        system is down, systems are down, website is down, shop is down, servers are down, server is down, total outage, all customers, major outage, no customer can, our customers not, whole office, entire team, all of our, checkout is down
    priority.urgent.security | 1.0 | security breach, data breach, been hacked, was hacked, got hacked, ransomware, account was compromised, account compromised, was leaked, been leaked, unauthorized access to, unauthorised access to, someone gained access, personal data exposed, credentials exposed, got into our
    priority.urgent.loss | 1.0 | data loss, lost all our data, lost all my data, all data is gone, deleted all, wiped, lost everything
    priority.urgent.harm | 1.0 | safety risk, injured, emergency, life threatening, legal deadline, court deadline, court tomorrow, caught fire, smoke, burning, electric shock, gas leak, allergic, in hospital now | smoke test, fire drill
    priority.urgent.said | 0.6 | urgent, urgently, asap, immediately, immediate, critical, critically | you have won, prize, txt, landline, not urgent, nothing urgent, not critical
    priority.urgent.work | 0.5 | halted, business impact, losing money, losing customers, losing sales, lose sales, not operate, operations ... halted, severe, work has stopped, production, at a standstill
    priority.high.said | 1.0 | urgent, urgently, asap, as soon as possible, immediately, immediate attention, critical, high priority, top priority, crucial, important deadline, deadline, right away, time sensitive, by tomorrow, by today, today please, before noon, by tonight, by end of day, end of the day, within the hour,
        exam tomorrow, flight tomorrow, leave tomorrow | you have won, prize, txt, landline, not urgent, nothing urgent, no deadline, not critical
    priority.high.blocked | 1.0 | not log in, not login, unable to log in, locked out, not pay, unable to pay, blocked, not able to work, unable to work, not access, stolen, prevents me, prevents us, preventing us, crash*, outage, failure*, failed, downtime, not received my refund, still no refund, still waiting,
        third time, twice already, again and again, internal server error, data disappeared, vanished | ad block*, blocked out time
    priority.high.money | 1.0 | charged twice, double charged, overcharged, unauthorized transaction*, unauthorized charge*, taken my money, took my money, not recognise, not recognize, fraud*, stolen card, incorrect charge*, paid twice, to collections, never authorised, never authorized
    priority.high.angry | 1.0 | unacceptable, ridiculous, furious, disgusted, terrible service, worst, scam, fed up, outrageous, disgrace*, sick of, angry, lawyer, legal action
    priority.high.incident | 0.6 | severe, widespread, disruption*, breach, unauthorized access, vulnerabilit*, severely, significantly, hindering, impacting, customers see, every browser, all our staff
    priority.low.thanks | 1.2 | no rush, no hurry, not urgent, nothing urgent, whenever you, when you have time, when you get a chance, low priority, at your leisure, minor, cosmetic, just a suggestion, nice to have, small typo, tiny, would be nice, just wondering, just curious, suggestion*, feedback, typo, newsletter*,
        no deadline, some time this month
    priority.low.thanks.only | 1.0 | keep up the good work, great job, well done team, praise, compliment*
    priority.low.spam | 1.5 | you have won, prize, txt, landline, 150ppm, po box, pobox*, joke, flip a coin, unsubscribe, guest post*, backlinks
    priority.high.security | 1.0 | unauthorized access, unauthorised access, unauthorized attempt*, unauthorized entry, security incident, security alert, malware, phishing, suspicious login*, suspicious sign in, suspicious sign ins, suspicious activit*, failed logins, stolen credentials, someone changed my password, account was hacked, intrusion
    priority.high.stopped | 1.0 | not work until, stops us from, keeps us from, stopping us from, staff not work, team not work, cannot trade, cannot open the shop, losing orders, customers are waiting, guests are waiting, patients are waiting, before the weekend, tonight, this afternoon, in an hour, within an hour,
        within 24 hours, service outage, no heating, no hot water, no warm water, no internet since, no phone since, dead since
        | within 24 hours by, no rush
    priority.low.wish | 1.0 | feature request, is that planned, is it planned, would be lovely, would be wonderful, at some point, one day, in the long run, for the future, small thing, small mistake, little mistake, only a detail, out of interest
    """
