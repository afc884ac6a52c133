/// General questions: how something is done, what there is, how long it takes.
let questionRules = """
    question.howto | 1.6 | how do i, how can i, how to, how would i, how could i, how do you, how does, how should i, how do we, how can we, steps to, what are the steps, what is the process, process to, process for, is there a way, is there any way, way to, ways to,
        the proper way, what do i need to do, what do i have to do, what must i do, what should i do, how can i go about, how do i go, where can i get, where do i, where can i find, where could i find, what do i do if, how best to
    # How a question begins; the matter, where one is named, weighs more.
    question.open | 0.9 | ^ what, ^ which, ^ where, ^ when, ^ who, ^ can, ^ could, ^ does, ^ do, ^ is, ^ are, ^ how, ^ will, ^ must, ^ may, ^ would, ^ if, ^ should, ^ am, ^ in which, ^ did, ^ whats
        | why, talk, speak, u, you a, you really, you doing, joke, song, coin
    question.mark | 0.3 | ?
    question.whatis | 0.9 | what is, what are, what kind of, what type of, which ... are, what ... available, what countries, what currencies, how long, how soon, how many, how much, how often, what does, what do they, what methods, is it possible, possible to,
        is there, are there, am i able, can i, do you, does your, does this, does the, do they, how far, when will, when can i, what happens, can you tell me, could you tell me, tell me whether, tell me if, will there be, is your, are your, which formats, can my, can we, may we,
        may i
    question.know | 1.2 | would like to know, want to know, wanna know, like to know, love to know, wondering, curious, just wondering, i need to know, can you explain, could you explain, trying to find out, tell me how, tell me about, know where, know whether, know if,
        question about, question regarding, general question, quick question, not find anything about, not find out, one more thing, clarify, clarification
    question.inquiry | 1.2 | inquir*, enquir*, seeking information, seek information, seeking details, seek details, detailed information, more information, further information, information on, information about, information regarding, learn more,
        provide details, provide information, furnish me, product information, comprehensive details, would appreciate details, details on, details about, details regarding, interested in, request for information, request information
    question.guidance | 1.9 | guidance, seek advice, seeking advice, advice on, looking for advice, best practice*, instructions for, instructions, comprehensive documentation, documentation, detailed guide, a guide, step by step, recommended, recommend, recommendation*,
        tips, tutorial*, how to get started, manual, manuals, insights, elucidate, elaborate, suggest, suggestions for, strategies for, suggestions on, like suggestions, please advise, consultation, walk me through, user guide, handbook for
    question.integration | 1.8 | integrating, integrate, integration with, integration instructions, integration tools, integration process, integration guidance, compatible with, compatibility with, system requirements, requirements for, features, scalability, capabilities,
        tools, services you offer, incorporate, integration features, setup, set up, work together with, works together with, work with, support single sign on | crash*, fail*, restart*, reboot*, malfunction*, persist*, not work*, not sync*, stopped
    question.strategy | 1.8 | brand growth, digital strateg*, brand expansion, marketing strateg*, brand development, security measures, medical data, patient data, data analytics tools, securing, secure ... data, safeguard*, optimal, optimization tools, optimize, optimizing, optimise,
        protect ... data, investment portfolio*, compliance | breach*, unauthorized, malfunction*, fail*, crash*, restart*, reboot*
    question.software | 2.2 | drivers for, best video, free replacement, alternative*, is there any software, is there a program, is there an app, is there a tool, software for, software to, any software, recommend, best ... software, replacement for, applications to, application for, app for, apps for, tool for, clients are,
        similar to, equivalent of, equivalent to, substitute for, good program | discount*
    question.upgrade | 2.0 | upgrade to, upgrading to, upgrading from, upgrade from, how to upgrade, upgrade <number>, update <number>, to upgrade, shut down, shutdown, ubuntu, linux, windows install*, gmail, install, installing, installation, uninstall, facebook, youtube, terminal,
        update from, updating from, dist upgrade, reboot from | shutdown of our, crash*, outage, keeps, charged, shut down my account
    question.delivery | 2.2 | deliver*, shipping, shipment, arrive, arrives, arrival, package, parcel, get here, get my card, mailed to me, track my order, when my card, purchase ... arrive, my order, my purchase, ship to, you ship, shipped, in transit, courier, dispatch*,
        tracking number, tracking page, delayed order | refund*, money back, delivery page, van, delivery address, gift card
    question.newaccount | 2.2 | create ... account, open ... account, opening ... account, creating ... account, set up an account, make an account, standard account, gold account, platinum account, premium account, pro account, free account, business account, switch* to,
        account type*, account for my, another account, new account, sign up for, use gold, switch ... account, change ... account type, upgrade ... account, register for
        | not create, not open, error*, problem*, newsletter*
    question.card | 2.0 | activate*, new card, get a card, get a visa, get ... card, physical card, actual card, extra card*, spare card, second card, additional card*, disposable card*, order a card, virtual card, accept this card, take this card, cards are accepted,
        cards are supported, mastercard, visa, card for my, debit card, credit card, link my card, card ... expire, card delivery, prepaid card*
        | not work*, rejected, declined, denied, working, to work, broken, fee, fees, charged, charge, swallow*, ate, not working, gift card, statement, pay, paid, payment, subscription, activation
    question.topup | 2.0 | top up, top ups, topup, topping up, auto top*, transfer money, transfer into, bank transfers for, send me money, send money, money into, receive money, transfer ... post, add money, top up limit*, limit for top*, limits, convert to, convert my,
        convert between, currencies, exchange currency, exchange money, to another currency, change to another currency, foreign exchange rate, exchanged, to euro, transfers, transfer the money, transfer take, transfer to, foreign currency, hold money in, deposit money,
        transfer ... account | charged, fee, fees, wrong, charge
    question.identity | 2.2 | verify my identity, identity verification, identity, verify ... identity, proof of, age limit, identity details, id check, identity check, identification, id documents, source of funds | identity theft
    question.pin | 1.8 | change ... pin, change my pin, new pin, pin to a new, where ... atm*, atms, set ... pin, nearest atm, find an atm
    # Everyday questions of banks, employers and drivers that have nothing to do with a fault or a bill.
    question.daily | 2.2 | direct deposit, w2, w2s, w 2, 401k, rollover, roll over, jump start*, car battery, change oil, oil change, plug type, electrical plug, plug converter, power socket*, carry on, luggage, credit score, credit rating, credit report, credit limit, paycheck,
        payday, spare tire, tire pressure, flat tire, change a tire, passport, visa application, insurance cover*, tax form*, savings account, annuity, pension, routing number, vaccin*, paid time off, pto, vacation days, days off, interest on my
    question.rewards | 1.2 | cash back for, reward card, cash back, air miles, milage, mileage, miles, points to | you have won, claim your, prize, my points, not redeem*
    question.ask | 2.4 | questions may i ask, questions can i ask, can i ask you, ask you, kinds of questions, what can you do, what can i ask, can you help me with, topics, what do you know about, what you can do, what are you able to
        | ask you to
    question.see | 0.6 | help me see*, want help seeing, see the methods, need help to see, i want to, i need to, need help to know, check the, looking for
    question.why | 1.0 | why do you need, why is it, why did the, why do i need, why must i, purpose of, what is the reason, reason for
    question.orders | 1.7 | my order, track*, order status, place an order, cancel my order, cancel ... order, shipping address, change my order, purchase status, delivery option*, shipping option*, delivery period, delivery time*, delivery method*, order ... arrive,
        where is my order, where is my parcel, where is my package, buy some, make a purchase, order number | refund*, charged, money, track and field
    question.learn | 1.2 | like to learn, learn how, advise on, advise me on, best way, maximum number, minimum number, do you support, do you offer, do you have, do you sell, do you ship, do you deliver, do you provide, does it support, does the app, difference between,
        the difference, without losing, what happens, two phones, at the same time, for teams, for students, for teachers, for beginners, cheaper plan, trial
        | siblings, pets, trial ... charged, hobbies, a boyfriend, a girlfriend
    question.computing | 1.4 | ubuntu, linux, debian, bash, command line, terminal, mount, mounting, usb drive, partition, dual boot, gnome, kernel, apt get, ssh, grep, google docs, google calendar, google account*, youtube, wordpress, trello, spreadsheet, excel, firefox, vim, iphone,
        android, pdf, pdfs, emails in, google drive, gmail, facebook, twitter, photoshop, open source, software, video to, mp4, mp3, rename many files, hotmail, outlook calendar*, dropbox, evernote, instagram account, mac os, permission to, permissions
        | crash*, not work*, outage, restart*, reboot*, malfunction*, attached, website, refund*, invoice*, issue persists, our new, footer, ^ add
    question.cards.more | 1.2 | joint account, student plan, free trial, which countries, other countries, abroad, eligible, eligibility, documents ... need, papers do i need, get verified, age, minimum age, student discount | charged, fee, fees, charge
    question.shop | 1.8 | opening times, are you open, open on, open at, closing time, in stock, back in stock, out of stock, size*, warranty, guarantee, gluten, vegan, organic, made of, made in, colour options, sample, samples, which bus, parking available, breakfast, wheelchair,
        bring my, book a room, room available, do you still have, a catalogue, compatible, fit the, older model, dimensions, weight limit, waterproof, bulk order*, workshops, training for, training course*, a demo, product demo, per day, encrypted, data stored, stored in
        | money back guarantee, change the, change that, ^ add, ^ update, font size, our opening, new opening, footer, the website, our website
    question.overview | 1.4 | overview of, your services, consulting offerings, offerings, your products, brochure please, catalogue, catalog, where do i find, how many, not come yet, on its way, yet to arrive, use my card in, used abroad, prove who i am, can i use, work abroad,
        request for details, request for information, encrypted at rest, range of products, what services
        | refund*, charged, error*, voucher*, rewards catalogue
    question.chores | 1.0 | tire, tyre, engine, credit score, filter by, keyboard shortcut*, remap, command, script, file format, convert mp4, invite a colleague, invite ... to a, rename, sort by, bulk
        | access key, error*
    """
