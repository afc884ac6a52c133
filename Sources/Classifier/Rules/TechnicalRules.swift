/// Something that should work and does not, and getting in where one is locked out.
let technicalRules = """
    technical_support.notworking | 3.0 | not work, not working, not worked, not be working, not been working, not function*, stopped working, stops working, stopped functioning,
        not seem to work, non functional, nonfunctional, not respond*, unresponsive, quit working, out of order, not go through,
        not load*, not open, not start, not turn on, not connect*, not sync*, not display*, ceased to function, not available,
        not functioning properly, not be used
    technical_support.notworking.weak | 1.2 | broken, broke, faulty, defective, fails, failed, failing, failure*, fault, freez*, frozen, froze
        | broken link*, link, links
    technical_support.crash | 3.2 | crash*, hangs, hung up, freezing, blue screen, malfunction*, glitch*, bug, bugs, stack trace, exception
    technical_support.error | 2.0 | error*, error message*, error code, err, 404, 500 error, 502, 503, timeout*, timed out, times out,
        time out, blank page, white screen, 403 | billing error*, error* ... billing, error* ... invoice*, error* ... payment*
    technical_support.outage | 3.4 | outage*, downtime, is down, are down, went down, service disruption*, service interruption*, disruption*,
        interruption*, unreachable, inaccessible, connection fail*, is offline, went offline, are offline, unavailable, system failure, not accessible, shutdown of our
    technical_support.slow | 2.2 | slow, slowly, slower, latency, lag, lagging, slow performance, performance issue*, performance problem*,
        overheat*, takes forever, intermittent*, sporadic*, bottleneck*, delays in data
    technical_support.problem | 1.3 | problem with, problem*, issue with, issue persists, problem persists, issue still, problem still, issue*,
        encountering, experiencing, facing difficult*, difficult*, troubleshoot*, troubles
    technical_support.persists | 1.6 | problem continues, issue continues, problem persists, issue persists, issue still exists, issues still,
        problem still, remains unresolved, remain unresolved, to no avail, still exists, issues persist, issues continue, issue is still
    technical_support.tried | 2.2 | restart*, reboot*, reinstall*, clear* the cache, clear* cache, clearing cache, clearing the cache, tried switching,
        reset the router, checked the logs, reviewing logs, logs were, review* ... logs, updated drivers, diagnostics
    technical_support.security | 3.0 | data breach*, breach*, unauthorized access, unauthorised access, unauthorized attempt*, unauthorized entry,
        hacked, malware, virus, ransomware, vulnerabilit*, security incident, compromised, intrusion, phishing, security alert,
        access attempt*
    technical_support.login | 2.8 | not log in, not login, not sign in, not access, not i access, not i log, not i login, unable to access, unable to log in, unable to login,
        unable to sign in, locked out, log in problem*, login problem*, login fail*, login issue*, login error*,
        account ... blocked, account ... locked, account is suspended, blocked my account, unblock*, unlock*, logged out,
        two factor, 2fa, verification code, authentication fail*, not get in, access issue*, not ... log in
    technical_support.password | 3.0 | forgot ... password, forgotten ... password, forgot ... pin, forgotten pin, reset ... password, reset my password,
        password reset, recover ... password, recover ... pin, restore ... password, lost ... password, password not,
        access key, retrieve ... pin, recover* ... access, wrong password, change ... password, reset ... pin, reset my pin,
        pin ... unlocked, reinstate ... pin, view my pin, see my pin, find my pin, wrong pin, passcode, pin blocked, pin ... blocked,
        recover* ... account, restore ... account, forgot ... passcode, forgot* my password, about my forgotten, pin number ... wrong, wrong ping
    technical_support.signup | 2.8 | signup issue*, sign up issue*, problem* ... signup, signup problem*, error* ... signup, problem* ... registration*,
        registration problem*, registration issue*, problem* ... sign up, not register, not open a profile,
        error* ... registration*, issue* ... registration*, sign up error*, not sign up, report ... signup
    technical_support.reset | 2.6 | factory setting*, factory reset, reset ... settings, original settings, restore ... settings, default settings,
        restore to factory, reset ... device, hard reset, reset ... factory
    technical_support.device | 1.2 | connect to my phone, pair*, bluetooth, wi fi, wifi, router, printer, laptop, screen, touchscreen, driver*, network,
        connectivity, server*, database, api, cache, synchroni*, synchronisation, my phone, browser | how to, how do i
    technical_support.pair | 1.8 | connect to my phone, connect my phone, sync my phone, pair my, sync ... phone, connect ... device, disconnect*
    technical_support.card | 3.0 | card ... not work*, card ... declined, card was declined, card ... rejected, got rejected, card ... denied, being denied,
        ate my card, eat my card, eats my card, took my card, kept my card, swallow*, machine ... my card, atm ... my card,
        use my card, card is broken, card ... broken, payment ... declined, contactless, card ... blocked, card ... stuck,
        card ... work, not ... my card back, card to work, card working, not give ... card back, atm ... card back, lost ... card,
        damaged card, get ... card working, give ... card back, card might not, card is not, non functional
    technical_support.frozen | 2.2 | hold ... account, account ... frozen, funds ... frozen, bank account frozen, account on hold, account ... on hold,
        freeze on my account, account frozen, hold placed, locked my account, funds frozen
    technical_support.data | 1.6 | data loss, lost data, lost all my, loss of data, loss of some data, corrupt*, missing data, incorrect data, disappeared
        | money disappeared
    technical_support.incident | 1.8 | incident, critical issue, severe problem, major incident, critical situation, widespread, failures, hindering, impacting,
        disrupting, hinders, root cause, not meeting expectations, underperform*, unsuccessful, ineffective
    technical_support.cause | 1.0 | software conflict*, compatibility issue*, incompatib*, misconfigur*, configuration error*, recent update*, outdated,
        after ... update, after updating, since the update, software update*
    technical_support.not.how | -1.2 | guidance on, best practices, seeking information,
        seek information, instructions for, step by step, would like to know, could you provide details, interested in,
        comprehensive documentation, alternatives, upgrade to, upgrading to
    technical_support.symptom | 2.2 | nothing happens, keep getting, keeps getting, keep* failing, kicked out, logs me out, drops every, keeps dropping,
        not arriving, not arrive, never arrive*, not receiving, no sound, no results, returns no, returns nothing, stuck, no longer work*,
        no longer load*, spinning, blank screen, black screen, garbled, not showing, not show, not save, not saving, not print*, not scan*,
        not upload*, not download*, not install, not update, not play, not start*, not respond, not charge, not sync, not send, not pair,
        not recognized by, not detected, not let me, keeps ... closing, closes itself, closes by itself, keeps loading, hangs at, hang
        | refund*, money, recipe, payment
    technical_support.unable | 1.1 | unable to, not able to, not allow, not possible to, not manage to, anymore, any more, suddenly, all of a sudden,
        since the migration, since yesterday, since this morning, since the last update, stopped, no longer | refund*, discount*, invoice*
    technical_support.access.weak | 1.2 | login, log in, sign in, password, credentials, username, authenticat*, authenticator, verification code, codes never,
        access to my | how to set, own login, wap, txt
    technical_support.things | 0.6 | vpn, ssl, dns, certificate, app, firmware, plugin, smtp, imap, webhook*, database, backup, upload, export, import
        | how can i, how do i, does the, do you, which, what
    technical_support.refuses | 2.2 | refuses to, refused to start, cuts out, cut out, cutting out, memory leak*, not go, not come on, not come up, not stay,
        not pick up, not turn, not reach, not find the server, reload*, loops, infinite loop, takes ages, take ages, out of memory, jobs fail*,
        not recognised by, not recognized by, not read by, misbehav*, acting up, playing up, weird behaviour, corrupted, leak, power supply,
        drains, battery drain*, flicker*, distort*, echo, not ring, not vibrate, keeps disconnecting, not reachable, refuses my, not accept my, not accepted
        | refund*, money, payment*, promo*, voucher*
    technical_support.pin | 1.2 | my pin, pin number, incorrectly, three times, pin code | change my pin, new pin, change ... pin
    technical_support.hold | 2.0 | block on my, hold on my, a block on, a hold on, why ... hold, account ... hold, restricted my account, account ... suspended,
        account ... disabled, reactivate
    """
