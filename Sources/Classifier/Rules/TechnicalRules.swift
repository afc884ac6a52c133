/// Something that should work and does not, and getting in where one is locked out.
let technicalRules = """
    technical_support.notworking | 3.1 | not work, not working, not worked, not be working, not been working, not function*, stopped working, stops working, stopped functioning, not seem to work, non functional, nonfunctional,
        not respond*, unresponsive, quit working, out of order, not go through, not load*, not open, not start, not turn on, not connect*, not sync*, not display*, ceased to function, not available, not functioning properly,
        not be used, does nothing, do nothing, no longer work*, never works, hardly works, no longer connect*, no longer open*, no longer load*, no longer respond*, not usable, unusable, not run, not boot, not execute
        | promo*, voucher*, coupon*, gift card*, discount code*, is not available in
    technical_support.notworking.weak | 1.2 | broken, broke, faulty, defective, fails, failed, failing, failure*, fault, freez*, frozen, froze, fail
        | broken link*, link, links
    technical_support.crash | 3.2 | crash*, hangs, hung up, freezing, blue screen, malfunction*, glitch*, bug, bugs, stack trace, stacktrace, exception, segfault, keeps ... closing, closes itself, closes by itself, closing by itself,
        shuts down by itself, keeps restarting, restarts by itself, force clos*, data corruption
    technical_support.error | 2.2 | error*, error message*, error code, err, 404, 500 error, 502, 503, 500, 403, timeout*, timed out, times out, time out, blank page, white screen, goes white, internal server error, bad gateway, forbidden,
        fails with | billing error*, error* ... billing, error* ... invoice*, error* ... payment*, typing error*
    technical_support.outage | 3.4 | outage*, downtime, is down, are down, went down, been down, service disruption*, service interruption*, disruption*, interruption*, unreachable, inaccessible, connection fail*, connection lost,
        lost connection, is offline, went offline, are offline, as offline, goes offline, unavailable, system failure, not accessible, shutdown of our, not reachable, down again, no internet, no signal, no connection | price is down, calm down
    technical_support.slow | 2.2 | slow, slowly, slower, latency, lag, lagging, laggy, slow performance, performance issue*, performance problem*, performance degrad*, overheat*, takes forever, intermittent*, sporadic*, bottleneck*,
        delays in data, sluggish, takes ages, take ages, high cpu, cpu usage, memory usage, out of memory, minute to load, long to load
    technical_support.problem | 1.3 | problem with, problem*, issue with, issue persists, problem persists, issue still, problem still, issue*, encountering, encountered, experiencing, facing difficult*, difficult*, troubleshoot*, troubles
    technical_support.persists | 1.6 | problem continues, issue continues, problem persists, issue persists, issue still exists, issues still, problem still, remains unresolved, remain unresolved, to no avail, still exists, issues persist,
        issues continue, issue is still, no change, not help*, same result, without success, no luck, no improvement
    technical_support.tried | 2.2 | restart*, reboot*, reinstall*, clear* the cache, clear* cache, clearing cache, clearing the cache, tried switching, reset the router, checked the logs, reviewing logs, logs were, review* ... logs, updated drivers,
        diagnostics, log* out and in, tried new, tried another, different browser*, another browser, every browser, chrome and firefox, switched it off, unplugged, power cycl*, steps to reproduce, expected behaviour, expected behavior
    technical_support.security | 3.0 | data breach*, breach*, unauthorized access, unauthorised access, unauthorized attempt*, unauthorized entry, hacked, hacker*, malware, virus, viruses, ransomware, vulnerabilit*, security incident, compromised, intrusion,
        phishing, security alert, access attempt*, suspicious login*, suspicious sign in, suspicious activit*, got into our system, strange login*, data leak*, ddos, spyware, trojan
    technical_support.login | 2.8 | not log in, not login, not sign in, not log on, not access, not i access, not i log, not i login, unable to access, unable to log in, unable to login, unable to sign in, locked out, log in problem*, login problem*,
        login fail*, login issue*, login error*, login not, account ... blocked, account ... locked, account is suspended, blocked my account, unblock*, unlock*, logged out, authentication fail*, not get in, access issue*, not ... log in,
        not let me in, trouble logging, trouble signing, problem* logging, problem* signing, signed out, sign in fail*, access denied, not authenticate, lost access, no access
    technical_support.twofactor | 2.6 | two factor, 2fa, mfa, verification code*, authenticator, otp, one time password, one time code, security code ... not, codes are gone, codes never, code never arrive*, not receive ... code | promo*, activation code*
    technical_support.password | 3.0 | forgot ... password, forgotten ... password, forgot ... pin, forgotten pin, reset ... password, reset my password, password reset, recover ... password, recover ... pin, restore ... password, lost ... password,
        password not, access key, retrieve ... pin, retrieve ... password, recover* ... access, wrong password, password is wrong, password is incorrect, change ... password, reset ... pin, reset my pin, pin ... unlocked,
        reinstate ... pin, view my pin, see my pin, find my pin, wrong pin, passcode, pin blocked, pin ... blocked, recover* ... account, restore ... account, forgot ... passcode, forgot* my password, about my forgotten,
        remember my password, not remember ... password, reset mail, reset email, reset link, pin number ... wrong, password expired, lost my password, restoring ... pin, restoring ... password, user pin, pin is locked, locked pin, pin locked, entered ... pin, my pin ... blocked, forgot* ... login
    technical_support.signup | 2.8 | signup issue*, sign up issue*, problem* ... signup, signup problem*, error* ... signup, problem* ... registration*, registration problem*, registration issue*, problem* ... sign up, not register,
        not open a profile, error* ... registration*, issue* ... registration*, issue* ... signup, trouble* ... registration*, sign up error*, signup error*, registration error*, not sign up, report ... signup, not create an account,
        not create ... account, not complete ... registration, trouble* registering, trouble* signing up, problem* registering, problem* signing up, issue* ... sign up, unable to register, unable to sign up
    technical_support.reset | 2.6 | factory setting*, factory reset, reset ... settings, original settings, restore ... settings, default settings, restore to factory, reset ... device, hard reset, reset ... factory, factory default*, back to default, to default, reset yourself, came from the factory, the factory
    technical_support.device | 1.2 | connect to my phone, pair*, bluetooth, wi fi, wifi, router, printer*, laptop, screen, touchscreen, driver*, network, connectivity, server*, database, api, cache, synchroni*, synchronisation, my phone, browser, microphone,
        camera, headset, scanner*, barcode*, keyboard, mouse, monitor, webcam, firmware, thermostat, card reader, tablet, modem, hard drive, speaker* | how to, how do i, your driver
    technical_support.pair | 1.8 | connect to my phone, connect my phone, sync my phone, pair my, sync ... phone, connect ... device, disconnect*, connect with my phone, sync with my, phone ... connect
    technical_support.card | 3.0 | card ... not work*, card ... declined, card was declined, card ... rejected, got rejected, card ... denied, being denied, ate my card, eat my card, eats my card, took my card, kept my card, swallow*,
        machine ... my card, atm ... my card, use my card, card is broken, card ... broken, payment ... declined, contactless, card ... blocked, card ... stuck, card ... work, not ... my card back, card to work, card working,
        not give ... card back, atm ... card back, lost ... card, damaged card, get ... card working, give ... card back, card might not, card is not, non functional, my card back, card ... retained, card ... stolen, stolen card,
        lost my card, card ... cracked, card ... frozen, freeze my card, block my card, card ... damaged, card ... refused, kept ... card | gift card, loyalty card, business card*, card will not work abroad
    technical_support.card.more | 1.4 | make ... card work, card to work, kept my card, ate my card, card working, tap to pay, pin is locked
    technical_support.frozen | 2.2 | hold ... account, account ... frozen, funds ... frozen, bank account frozen, account on hold, account ... on hold, freeze on my account, account frozen, hold placed, locked my account, funds frozen, account is blocked,
        account is frozen, account is locked
    technical_support.data | 1.8 | data loss, lost data, lost all my, loss of data, loss of some data, corrupt*, missing data, incorrect data, disappeared, vanished, files gone, work ... gone, files are gone, all gone, not saved
        | money disappeared
    technical_support.incident | 1.8 | incident, critical issue, severe problem, major incident, critical situation, widespread, failures, hindering, impacting, disrupting, hinders, root cause, not meeting expectations, underperform*, unsuccessful,
        ineffective
    technical_support.cause | 1.0 | software conflict*, compatibility issue*, incompatib*, misconfigur*, configuration error*, recent update*, latest update, last update, outdated, after ... update, after updating, since the update, software update*,
        since ... update, after ... upgrade, since ... upgrade, firmware update
    # Asking for advice is no fault report.
    technical_support.not.how | -1.2 | guidance on, best practices, seeking information, seek information, instructions for, step by step, would like to know, could you provide details, interested in, comprehensive documentation, alternatives, upgrade to,
        upgrading to, is there a way, do you offer
    technical_support.symptom | 2.4 | nothing happens, keep getting, keeps getting, keep* failing, kicked out, logs me out, logs us out, drops every, keeps dropping, connection drops, not arriving, not arrive, never arrive*, never comes, never come, not receiving,
        no sound, no picture, no results, returns no, returns nothing, stuck, spinning, blank screen, black screen, garbled, not showing, not show, not save, not saving, not print*, not scan*, not upload*, not download*, not install, not update,
        not play, not start*, not charge, not send, not pair, not recognized by, not detected, not let me, keeps loading, hangs at, hang, hang at, does not read, not read, not picked up, stops at, blinks, blinking, keeps asking, keeps saying,
        keeps crashing, keeps freezing, cuts off, not match ... database, nothing is downloaded, network error, connection error, no mails, no emails, no notification*
        | refund*, money, recipe, payment, promo*, voucher*, coupon*, parcel, package, delivery
    technical_support.unable | 1.1 | unable to, not able to, not allow, not possible to, not manage to, anymore, any more, suddenly, all of a sudden, since the migration, since yesterday, since this morning, since last night, since the last update, stopped,
        no longer | refund*, discount*, invoice*, promo*, voucher*
    technical_support.access.weak | 1.2 | login, log in, sign in, password, credentials, username, authenticat*, access to my | how to set, own login, wap, txt, different username
    technical_support.things | 0.7 | vpn, ssl, dns, certificate, app, firmware, plugin, smtp, imap, webhook*, database, backup, upload, export, import, csv, dashboard, admin panel, endpoint, nightly job
        | how can i, how do i, does the, do you, which, what, is there
    technical_support.refuses | 2.2 | refuses to, refused to start, cuts out, cut out, cutting out, memory leak*, not go, not come on, not come up, not stay, not pick up, not turn, not reach, not find the server, reload*, loops, infinite loop, jobs fail*,
        not recognised by, not recognized by, not read by, misbehav*, acting up, playing up, weird behaviour, corrupted, leak, power supply, drains, battery drain*, flicker*, distort*, echo, not ring, not vibrate, keeps disconnecting,
        refuses my, refuses every, not accept my, not accepted
        | refund*, money, payment*, promo*, voucher*, coupon*, gift card*, code
    technical_support.pin | 1.2 | my pin, pin number, incorrectly, three times, pin code | change my pin, new pin, change ... pin
    technical_support.hold | 2.0 | block on my, hold on my, a block on, a hold on, why ... hold, account ... hold, restricted my account, account ... suspended, account ... disabled, reactivate
    technical_support.sorry.state | 1.8 | bug report, fix this, fix it, fix the issue, fix the problem, fix my, please fix, repair*, technician*, something is wrong with, something wrong with, wrong with my, what is wrong, went wrong, goes wrong, technical issue*,
        technical problem*, technical difficult*, technical assistance, technical fault, is acting, any fix, acts weird | typo, page, no technical, heading, link, links
    """
