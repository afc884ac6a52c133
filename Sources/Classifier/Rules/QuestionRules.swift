/// General questions: how something is done, what there is, how long it takes.
let questionRules = """
    question.howto | 1.5 | how do i, how can i, how to, how would i, how could i, how do you, how does, how should i, how do we, how can we, steps to,
        what are the steps, what is the process, process to, is there a way, way to, ways to, the proper way, what do i need to do,
        what do i have to do, what should i do, how can i go about, how do i go, where can i get, where do i, where can i find, what do i do if
    question.open | 0.9 | ^ what, ^ which, ^ where, ^ when, ^ who, ^ can, ^ could, ^ does, ^ do, ^ is, ^ are, ^ how, ^ will, ^ must, ^ may, ^ would, ^ if
        | why, talk, speak, u, you a, you really, you doing, joke, song, coin
    question.mark | 0.2 | ?
    question.whatis | 0.8 | what is, what are, what kind of, what type of, which ... are, what ... available, what countries, what currencies, how long,
        how soon, how many, how much, how often, what does, what do they, what methods, is it possible, possible to, is there, are there,
        am i able, can i, do you, does your, does this, do they, how far, when will, when can i, what happens, can you tell me
    question.know | 1.1 | would like to know, want to know, wanna know, like to know, wondering, curious, just wondering, i need to know, can you explain,
        trying to find out, tell me how, tell me about, know where, question about, question regarding, general question, quick question
    question.inquiry | 1.2 | inquir*, enquir*, seeking information, seek information, seeking details, seek details, detailed information,
        more information, further information, information on, information about, information regarding, learn more,
        provide details, provide information, furnish me, product information, comprehensive details, would appreciate details, details on, details about,
        interested in
    question.guidance | 1.9 | guidance, seek advice, seeking advice, advice on, best practices, instructions for, instructions, comprehensive documentation,
        documentation, detailed guide, step by step, recommended, recommendation*, tips, tutorial*, how to get started, manuals,
        insights, elucidate, elaborate, suggest, suggestions for, strategies for, consultation
    question.integration | 1.8 | integrating, integrate, integration with, integration instructions, integration tools, integration process, integration guidance,
        compatible with, system requirements, requirements for, features, scalability, capabilities, tools, services you offer, incorporate,
        integration features, setup, set up | crash*, fail*, restart*, reboot*, malfunction*, persist*, not work*, not sync*, stopped
    question.strategy | 1.8 | brand growth, digital strategies, brand expansion, security measures, medical data, data analytics tools, securing, safeguard*,
        optimal, optimization tools, optimize, optimizing | breach*, unauthorized, malfunction*, fail*, crash*, restart*, reboot*
    question.software | 2.2 | alternative*, is there any software, is there a program, is there an app, software for, any software, recommend, best ... software, replacement for,
        applications to, clients are, similar to
    question.upgrade | 2.0 | upgrade to, upgrading to, upgrading from, upgrade from, how to upgrade, upgrade <number>, update <number>, to upgrade,
        shut down, shutdown, ubuntu, linux, windows install*, gmail, install, installing, installation, facebook, youtube, terminal
        | shutdown of our, crash*, outage
    question.delivery | 2.2 | deliver*, shipping, shipment, arrive, arrives, arrival, package, get here, get my card, mailed to me, track my order, when my card,
        purchase ... arrive, my order, my purchase, ship to, shipped | refund*, money back, delivery page, van
    question.newaccount | 2.2 | create ... account, open ... account, opening ... account, creating ... account, set up an account, make an account, standard account,
        gold account, platinum account, premium account, switch* to, account type*, account for my, another account, sign up for,
        use gold, switch ... account, change ... account type, delete ... account, upgrade ... account, close ... account
    question.card | 2.0 | activate*, new card, get a card, get a visa, get ... card, physical card, actual card, extra card*, spare card, disposable card*,
        disposable cards, order a card, virtual card, accept this card, take this card, cards are accepted, cards are supported, mastercard, visa, card for my
        | not work*, rejected, declined, denied, working, to work, broken, fee, fees, charged, swallow*, ate, not working
    question.topup | 2.0 | top up, top ups, topup, topping up, auto top*, transfer money, transfer into, bank transfers for, send me money, money into, receive money,
        transfer ... post, add money, top up limit*, limit for top*, limits, convert to, convert my, convert between, currencies, exchange currency, exchange money, to another currency, change to another currency,
        foreign exchange rate, exchanged, to euro, transfers, transfer the money | charged, fee, fees, wrong
    question.identity | 2.2 | verify my identity, identity verification, identity, verify ... identity, proof of, age limit, identity details, id check, identity check
    question.pin | 1.8 | change ... pin, change my pin, new pin, pin to a new, where ... atm*, atms
    question.daily | 2.2 | direct deposit, w2, w2s, w 2, 401k, rollover, roll over, jump start*, car battery, change oil, oil change, plug type, electrical plug, carry on,
        credit score, credit rating, paycheck, spare tire, tire pressure, passport, visa application, insurance cover*, tax form*, plug converter
    question.rewards | 1.6 | points to, redeem*, rewards, reward points, cash back for, reward card, cash back, loyalty, miles, milage, mileage
        | you have won, claim your, prize
    question.ask | 2.4 | questions may i ask, questions can i ask, can i ask you, ask you, kinds of questions, what can you do, what can i ask, can you help me with,
        topics
    question.see | 0.6 | help me see*, want help seeing, see the methods, need help to see, i want to, i need to
    question.why | 1.0 | why do you need, why is it, why did the, why do i need, why must i, purpose of
    question.orders | 1.6 | my order, track*, order status, place an order, cancel my order, cancel ... order, shipping address, change my order, purchase status,
        delivery option*, shipping option*, delivery period | refund*, charged, money
    question.learn | 1.2 | like to learn, learn how, advise on, advise me on, best way, maximum number, minimum number, do you support, do you offer,
        do you have, does it support, does the app, can my, difference between, without losing, difference
        | siblings, pets, money
    question.computing | 1.4 | ubuntu, linux, debian, bash, command line, terminal, mount, usb drive, partition, dual boot, gnome, kernel, apt get, ssh, grep,
        google docs, google calendar, google account*, youtube, wordpress, trello, spreadsheet, excel, firefox, vim, iphone, android, pdf, pdfs, emails in,
        google drive, gmail, facebook, twitter, photoshop, open source, software
        | crash*, not work*, outage, restart*, reboot*, malfunction*, attached, website, refund*, invoice*, issue persists
    question.cards.more | 1.2 | business account, joint account, student plan, free trial, opening hours today, which countries, other countries, abroad,
        eligible, eligibility, documents ... need, get verified, age, minimum age | charged, fee, fees, charge
    question.overview | 1.4 | overview of, your services, consulting offerings, offerings, your products, brochure please, catalogue, catalog, where do i find, how many,
        not come yet, on its way, yet to arrive, use my card in, used abroad, prove who i am, can i use, work abroad, request for details, request for information, encrypted at rest
        | refund*, charged, error*
    question.chores | 1.0 | tire, tyre, engine, credit score, filter by, keyboard shortcut*, key, remap, command, script, file format, convert mp4
        | access key, error*
    """
