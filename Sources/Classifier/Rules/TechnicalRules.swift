/// Something that should work and does not, and getting in where one is locked out.
let technicalRules = """
    technical_support.notworking | 3.1 | not work, not working, not worked, not be working, not been working, not function*, stopped working, stops working, stopped functioning, not seem to work, non functional, nonfunctional, not respond*, unresponsive, quit working, out of order, not go through, not load*, not open,
        not start, not turn on, not connect*, not sync*, not display*, not available, not be used, does nothing, do nothing, no longer work*, never works, hardly works, no longer connect*, no longer open*, no longer load*, no longer respond*, not usable, unusable, not run, not boot, not execute
        | promo*, voucher*, coupon*, gift card*, discount code*, is not available in, car not, my car, ubuntu, apt, mint, debian, xubuntu, kubuntu, lubuntu, grub, nautilus, links, link not, link on the
    technical_support.notworking.weak | 1.2 | broken, broke, faulty, defective, fails, failed, failing, failure*, fault, freez*, frozen, froze, fail
        | broken link*, link, links, ubuntu, xubuntu, debian
    technical_support.crash | 3.2 | crash*, hangs, hung up, freezing, blue screen, malfunction*, glitch*, bug, bugs, stack trace, stacktrace, exception, segfault, keeps ... closing, closes itself, closes by itself, closing by itself, shuts down by itself, keeps restarting, restarts by itself, force clos*,
        data corruption
        | ubuntu, xubuntu, nautilus, gnome, unity launcher, compiz, linux, mint
    technical_support.error | 2.2 | error*, err, 404, 502, 503, 500, 403, timeout*, timed out, times out, time out, blank page, white screen, goes white, bad gateway, forbidden, fails with, 503s, 500s, 404s, 502s, 504
        | billing error*, error* ... billing, error* ... invoice*, error* ... payment*, typing error*, typo
    technical_support.outage | 3.4 | outage*, downtime, is down, are down, went down, been down, disruption*, interruption*, unreachable, inaccessible, connection fail*, connection lost, lost connection, is offline, went offline, are offline, as offline, goes offline, unavailable, not accessible, shutdown of our,
        not reachable, down again, no internet, no signal, no connection, not responding, nobody can, no one can, none of us can, no dial, power cut, internet is out, internet out, network down, blackout, service down, services down, is it down, site not, server not, 504, 521, 522, gateway time out, dead since,
        down since
        | price is down, calm down
    technical_support.slow | 2.2 | slow, slowly, slower, latency, lag, lagging, laggy, performance issue*, performance problem*, performance degrad*, overheat*, takes forever, intermittent*, sporadic*, bottleneck*, delays in data, sluggish, takes ages, take ages, high cpu, cpu usage, memory usage, out of memory,
        minute to load, long to load
        | go slower, slower please, speak, talk
    technical_support.problem | 1.3 | problem*, issue*, encountering, encountered, experiencing, difficult*, troubleshoot*, troubles
    technical_support.persists | 1.6 | problem continues, issue continues, problem persists, issue persists, issues still, problem still, remains unresolved, remain unresolved, to no avail, still exists, issues persist, issues continue, issue is still, no change, not help*, same result, without success, no luck,
        no improvement
    technical_support.tried | 2.2 | restart*, reboot*, reinstall*, clear* the cache, clear* cache, tried switching, checked the logs, logs were, review* ... logs, updated drivers, diagnostics, log* out and in, tried new, tried another, different browser*, another browser, every browser, chrome and firefox,
        switched it off, unplugged, power cycl*, steps to reproduce, expected behaviour, expected behavior
        | swap, ubuntu, without reinstalling
    technical_support.security | 3.0 | breach*, unauthorized access, unauthorised access, unauthorized attempt*, unauthorized entry, hacked, hacker*, malware, virus, viruses, ransomware, vulnerabilit*, security incident, compromised, intrusion, phishing, security alert, access attempt*, suspicious login*,
        suspicious sign in, suspicious activit*, got into our system, strange login*, data leak*, ddos, spyware, trojan
    technical_support.login | 2.8 | not i get into, not get into, not login, not sign in, not access, not i access, not i log, not i login, unable to access, unable to log in, unable to login, unable to sign in, locked out, log in problem*, login problem*, login fail*, login issue*, login error*, login not,
        account ... blocked, account ... locked, account is suspended, blocked my account, unblock*, unlock*, logged out, authentication fail*, not get in, access issue*, not ... log in, not let me in, trouble logging, trouble signing, problem* logging, problem* signing, signed out, sign in fail*, access denied,
        not authenticate, lost access, no access, cannot log, keeps logging me out, session expired, session expires, invalid login, account disabled, account ... deactivated, captcha, security question*, magic link, login loop, login page, login screen, cannot authenticate, authentication error,
        authentication problem*, not ... get into my account, get back in, lost my phone, lost my authenticator, new phone and
        | kubuntu, ubuntu, lightdm, gdm, xubuntu, resolution
    technical_support.twofactor | 2.6 | two factor, 2fa, mfa, verification code*, authenticator, otp, one time code, security code ... not, codes are gone, codes never, code never arrive*, not receive ... code
        | promo*, activation code*, turn on two factor, turn on 2fa, enable two factor, enable 2fa, activate 2fa, set up 2fa, set up two factor, disable 2fa
    technical_support.password | 3.0 | pin wrong, typed ... pin, mistyped, access key, recover* ... access, reset ... pin, pin ... unlocked, reinstate ... pin, wrong pin, passcode, pin ... blocked, recover* ... account, restore ... account, reset mail, reset email, reset link, user pin, locked pin, pin locked,
        entered ... pin, forgot* ... login, login key, remember my user, pin i entered, entered an incorrect, incorrect pin, pin ... too many times, pin ... three times
    technical_support.signup | 2.8 | signup issue*, sign up issue*, problem* ... signup, signup problem*, error* ... signup, problem* ... registration*, registration problem*, registration issue*, problem* ... sign up, not register, not open a profile, error* ... registration*, issue* ... registration*,
        issue* ... signup, trouble* ... registration*, sign up error*, signup error*, registration error*, not sign up, report ... signup, not create ... account, not complete ... registration, trouble* registering, trouble* signing up, problem* registering, problem* signing up, issue* ... sign up, unable to register,
        unable to sign up, trying to register, trying to sign up, register but, sign up but, when i register, when registering, when signing up, while registering, while signing up
    technical_support.reset | 2.6 | factory setting*, factory reset, reset ... settings, original settings, restore ... settings, default settings, restore to factory, reset ... device, hard reset, reset ... factory, factory default*, to default, reset yourself, the factory, default setting, initial settings,
        factory state, original state, reset everything, reset all, out of the box, put everything back, back to how, back the way, start over, start fresh, start from scratch, original condition, wipe yourself, clear your memory, erase your, clean slate, brand new, like new, reset your, undo all my settings,
        return to your, return to factory, revert to, revert back, settings and start, forget everything, day one, learned about me, know about me, forget all, memory wipe, memory wiped, delete everything you know, your settings, wipe your
        | invoice*, revert to the old version, git, commit, page, site, card, brand new phone, ubuntu, like new to, return to your shop
    technical_support.device | 1.2 | pair*, bluetooth, wi fi, wifi, router, printer*, laptop, screen, touchscreen, driver*, network, connectivity, server*, database, api, cache, synchroni*, my phone, browser, microphone, camera, headset, scanner*, barcode*, keyboard, mouse, monitor, webcam, firmware, thermostat,
        card reader, tablet, modem, hard drive, speaker*
        | how to, how do i, your driver, whats the wifi, what is the wifi, ubuntu, xubuntu, lubuntu, permit, licence, license, driving
    technical_support.pair | 1.8 | connect my phone, pair my, sync ... phone, connect ... device, disconnect*, phone ... connect, connect to you, link my phone, unsync, hook up with, hook up to, hook yourself, pair with, pair up, pair to, connect to my, connect with my, link up with, link up to, link to my, sync up,
        sync with, sync to, synchronize with my, bluetooth to my, my new galaxy, my galaxy, with my iphone, to my iphone, with my phone, to my phone, my new phone, yourself to my, yourself with my, to my android, with my android, my android phone, my samsung, my pixel
        | calendar, outlook, google, send, photo*, app, verification, download, money, code, text, order, account, ubuntu, linux, call to, runkeeper, sms
    technical_support.card | 3.5 | card ... not work*, card ... declined, card ... rejected, got rejected, card ... denied, being denied, eat my card, eats my card, took my card, swallow*, machine ... my card, atm ... my card, use my card, card ... broken, payment ... declined, contactless, card ... blocked,
        card ... stuck, card ... work, card working, not give ... card back, atm ... card back, lost ... card, damaged card, give ... card back, card might not, card is not, non functional, my card back, card ... cracked, card ... frozen, block my card, card ... damaged, card ... refused, kept ... card,
        chip ... not read, card will not, card payment ... declined, declined my card, rejected my card, refused my card, terminal ... my card, pay wave
        | gift card, loyalty card, business card*, card will not work abroad
    technical_support.card.more | 1.8 | make ... card work, card to work, card working, tap to pay, being declined, keeps getting declined, are declined, declined for me, being refused, getting refused
    technical_support.frozen | 2.2 | account ... frozen, funds ... frozen, hold placed, locked my account, block on my, block on our, restriction on my, limited my account, account is limited, is locked, got locked, was locked, been locked, is blocked, got blocked, was blocked, been blocked, is frozen, got frozen,
        been frozen, was frozen, a freeze on, freeze on my, a block on, on hold, a hold, stop on my, stop placed, restricted, suspended, account ... locked, savings ... locked, checking ... locked, not use my account, not access my bank, funds are held, lock on my, kind of lock, a lock on, lock put, lock been put,
        accounts frozen, accounts locked, accounts blocked, account blocked, hold on my account, hold on the account
        | screen, app, page, order, dpkg, file, files, database, door, doors, ubuntu, caller on hold, website, holding, frozen food, sim, folder, lots, pizza, loaded, ads, ad account, top up, petrol, gas station, hotel, amount
    technical_support.data | 1.8 | data loss, lost data, lost all my, loss of data, loss of some data, corrupt*, missing data, incorrect data, disappeared, vanished, files gone, work ... gone, files are gone, all gone, not saved
        | money disappeared
    technical_support.incident | 1.8 | incident, critical issue, severe problem, critical situation, widespread, failures, hindering, impacting, disrupting, hinders, root cause, not meeting expectations, underperform*, unsuccessful, ineffective
    technical_support.cause | 1.0 | software conflict*, compatibility issue*, incompatib*, misconfigur*, configuration error*, recent update*, latest update, last update, outdated, after ... update, after updating, software update*, since ... update, after ... upgrade, since ... upgrade, firmware update
    # Asking for advice is no fault report.
    technical_support.not.how | -1.2 | guidance on, best practices, seeking information, seek information, instructions for, step by step, would like to know, could you provide details, interested in, comprehensive documentation, alternatives, upgrade to, upgrading to, is there a way, do you offer
    technical_support.symptom | 2.4 | nothing happens, keep getting, keeps getting, keep* failing, kicked out, logs me out, logs us out, drops every, keeps dropping, connection drops, not arriving, not arrive, never arrive*, never comes, never come, not receiving, no sound, no picture, no results, is empty, stays dark,
        stays black, screen ... dark, returns no, returns nothing, stuck, spinning, blank screen, black screen, garbled, not showing, not show, not save, not saving, not print*, not scan*, not upload*, not download*, not install, not update, not play, not start*, not charge, not send, not pair, not recognized by,
        not detected, not let me, keeps loading, hangs at, hang, not read, not picked up, stops at, blinks, blinking, keeps asking, keeps saying, keeps crashing, keeps freezing, cuts off, not match ... database, nothing is downloaded, network error, connection error, no mails, no emails, no notification*,
        no response from, not loading, never loads, not appear, not appearing, disappears, disappear, wont go away, duplicate entries, shows the wrong, wrong data, blurry, pixelated, grainy, buzzing, vibrates, dead pixel*, sticky keys, ink, paper jam, jammed, leaking, leaks, drips, tripped, blown fuse, sparks,
        smells of, burnt smell, squeak*, rattl*, grinding, wobbl*
        | refund*, money, recipe, payment, promo*, voucher*, coupon*, parcel, package, delivery, website, page, ink cartridge price, car not, my car, ubuntu, debian, xubuntu, kubuntu, grub, nautilus, headphones not detected after, hdmi
    technical_support.unable | 1.1 | unable to, not able to, not allow, not possible to, not manage to, anymore, any more, suddenly, all of a sudden, since the migration, since yesterday, since this morning, since last night, since the last update, stopped, no longer
        | refund*, discount*, invoice*, promo*, voucher*
    technical_support.access.weak | 1.2 | login, log in, sign in, password, credentials, username, authenticat*, access to my
        | how to set, own login, wap, txt, different username, kubuntu, ubuntu, lightdm
    technical_support.things | 0.7 | vpn, ssl, dns, certificate, app, firmware, plugin, smtp, imap, webhook*, database, backup, upload, export, import, csv, dashboard, admin panel, endpoint, nightly job
        | how can i, how do i, does the, do you, which, what, is there, ubuntu
    technical_support.refuses | 2.2 | refuses to, refused to start, cuts out, cut out, cutting out, memory leak*, not go, not come on, not come up, not stay, not pick up, not turn, not reach, not find the server, reload*, loops, infinite loop, jobs fail*, not recognised by, not recognized by, not read by, misbehav*,
        acting up, playing up, weird behaviour, corrupted, leak, power supply, drains, battery drain*, flicker*, distort*, echo, not ring, not vibrate, keeps disconnecting, refuses my, refuses every, not accept my, not accepted
        | refund*, money, payment*, promo*, voucher*, coupon*, gift card*, code
    technical_support.pin | 1.2 | my pin, pin number, incorrectly, three times, pin code
        | new pin, change ... pin
    technical_support.hold | 2.0 | block on my, hold on my, a block on, a hold on, why ... hold, account ... hold, restricted my account, account ... suspended, account ... disabled, reactivate
        | amount, petrol, gas station, hotel, deposit
    technical_support.sorry.state | 1.8 | bug report, fix this, fix it, fix the issue, fix the problem, fix my, please fix, repair*, technician*, something is wrong with, something wrong with, wrong with my, what is wrong, went wrong, goes wrong, technical issue*, technical problem*, technical difficult*,
        technical assistance, technical fault, is acting, any fix, acts weird
        | typo, page, no technical, heading, link, links
    technical_support.page | 2.4 | throws an error, throws error*, throwing error*, shows an error, shows error*, gives an error, gives me an error, get an error, getting an error, got an error, error when, error while, error every, error each, error as soon, displays an error, error appears, error pops up,
        error message appears, something goes wrong, unexpected error, unexpected token, unexpected end, unknown error, fatal error, runtime error, page is blank, page stays blank, could not load, never loads, too many redirects, redirected back, redirect loop, endless loop, page crash*, invoice page, billing page
        | heading, typo
    technical_support.symptom.more | 2.4 | flicker*, beeps, beeping, blinking red, red light, stuck on, stuck at, stuck in, keeps saying, used to work, worked yesterday, worked fine, worked before, was working, not do anything, not does anything, no effect, nothing happens when, upside down, very hot, gets hot,
        overheats, full speed, dial tone, line is dead, line dead, no power, battery dies, drop out, keeps dropping, keep dropping, drops out, reconnect*, has expired, link ... expired, not listed, wrong results, rejects every, rejects the, rejects my, not accept any, not supported but, file type, not upload,
        not scroll, not click, not reach, not recognise my device, read aloud, screen reader, shows offline, marked as offline, offline for, goes blank, keeps reloading, keeps logging, disconnect*, lost connection, randomly, every single time, every time i, each time i, since the upgrade, since we upgraded,
        since i upgraded, since i installed, since we moved to, since your redesign, since the redesign, closes as soon as, closes when, closes itself, quits when, shuts down when, shuts off, turns itself off, turns off by, since your last, your new update, your latest update, update broke, broke my, broke the,
        tracking ... broken, far fewer, no longer reach*, no longer sync*, no longer receive*, no longer appear*, no longer show*, no longer update*, not refresh*, not updated since, no difference, keep coming in, any eta, throwing
        | voucher*, coupon*, gift card*, promo*, refund*, card ... expired, points, passport, ubuntu, xubuntu, debian, nautilus, kubuntu
    technical_support.developer | 2.6 | nullpointerexception, null pointer, traceback, segmentation fault, core dump, exit code, exits with, exits right, oom, heap dump, memory grows, permission denied, connection refused, connection reset, handshake, ssl error, tls error, certificate expired, certificate ran out,
        certificate has expired, cors, 429, 401, too many requests, rate limited, throttl*, deadlock*, replication, out of sync, undefined, build fails, build failing, build error*, not compile, compile error*, compilation, regression, reproduce, repro, console says, console shows, console error*, logs show, log says,
        invalid json, syntax error, does not resolve, dns, nxdomain, packet loss, ping times, high load, disk full, disk is full, no space left, saml, sso, single sign on, idp, ldap, oauth, webhooks
        | best practice*, how to, do you support, guidance, integration process, is there a, recommended
    technical_support.intruder | 2.6 | someone got into my, somebody got into my, someone else is using my, someone logged into, somebody logged into, failed logins, failed login, sending messages to my friends, account was hacked, account got hacked, account is hacked, account has been hacked, taken over my account,
        from another country
    technical_support.tried.more | 2.0 | tried ... browsers, tried ... browser, tried three, other browsers, in incognito, private window, cleared my cookies, cleared the cookies, cleared cookies, reinstalled, updated the bios, swapped the cable, changed the cable, another cable, new cable, replaced the battery,
        new batteries, factory reset did, unplugged it, reset it, rebooted, turned it off, power cycled, same error, still the same, nothing changed, no luck, not help, did not fix
    # Who says so means another matter, whatever words follow.
    technical_support.denied | -3.4 | not a technical question, not a technical issue, not a technical problem, not a technical matter, not a support issue, nothing is broken, nothing broken
    technical_support.odd | 2.2 | greyed out, grayed out, kernel panic, not boot, to boot, drops into, initramfs, bootloop, boot loop, drain*, gives up, calls drop, calls dropped, drop calls, without any content, empty pdf, empty file, wrong calculation*, calculates wrong*, adds up, miscalculat*, rounding error,
        no warm water, no hot water, no heating, heating not, boiler, fault code*, a code that i never, asked for a code, keep being asked, keeps asking, takes minutes, takes several minutes, takes <number> minutes, took <number> ms, slow quer*, query, queries, explain output, starts over, start all over,
        lands on the first, deleted itself, deletes itself, resets itself, jumps back, disabled without, disabled this morning, without any explanation, was disabled, got disabled, been disabled, fingerprint, face id, wont pair, not pair, no longer pair*, not find any, not recognise*, not recognize*, not submit,
        not press, not type, not hear, not see the, not play, switched off and on, off and on again, went blank, keeps beeping, grey tiles, grey squares, just grey, just a grey, just spins, spins forever, only shows a, shows only a, only show up when, only shows up when, only works when, only works if, opens empty,
        comes out empty, opens blank, comes out blank, prints blank, stutter*, choppy, delayed by, arrives late, arrive late, no preview, not a valid, cannot convert value, type error
        | how long does, recipe, statement, transaction*, charge*, payment*, debit, discount*, voucher*, promo*, points, order takes, delivery, refund*
    """
