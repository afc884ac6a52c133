/// General questions: how something is done, what there is, how long it takes.
let questionRules = """
    question.howto | 1.4 | how do i, how can i, how to, how would i, how could i, how do you, how does, how should i, how do we, how can we, steps to, what are the steps, what is the process, process to, process for, is there a way, is there any way, way to, ways to, the proper way, what do i need to do,
        what do i have to do, what must i do, what should i do, where can i get, where do i, where can i find, where could i find, what do i do if, how best to
    # How a question begins; the matter, where one is named, weighs more.
    question.open | 0.9 | ^ what, ^ which, ^ where, ^ when, ^ who, ^ can, ^ could, ^ does, ^ do, ^ is, ^ are, ^ how, ^ will, ^ must, ^ may, ^ would, ^ if, ^ should, ^ am, ^ in which, ^ did, ^ whats
        | why, talk, speak, u, you a, you really, you doing, joke, song, coin, is that a no, is that a yes
    question.mark | 0.3 | ?
    question.whatis | 0.9 | what is, what are, what kind of, what type of, which ... are, what ... available, what countries, what currencies, how long, how soon, how many, how much, how often, what does, what methods, is it possible, possible to, is there, are there, am i able, can i, do you, does your, does this,
        does the, do they, how far, when will, what happens, can you tell me, could you tell me, tell me whether, tell me if, will there be, is your, are your, which formats, can my, can we, may we, may i
    question.know | 1.2 | want to know, wanna know, like to know, love to know, wondering, curious, i need to know, can you explain, could you explain, trying to find out, tell me how, tell me about, know where, know whether, know if, question about, question regarding, general question, quick question,
        not find anything about, not find out, one more thing, clarify, clarification
    question.inquiry | 1.2 | inquir*, enquir*, seeking information, seek information, seeking details, seek details, detailed information, more information, further information, information on, information about, information regarding, learn more, provide details, provide information, furnish me, product information,
        comprehensive details, would appreciate details, details on, details about, details regarding, interested in, request for information, request information
    question.guidance | 1.9 | guidance, best practice*, instructions, documentation, detailed guide, a guide, step by step, recommended, recommend, recommendation*, tips, tutorial*, how to get started, manual, manuals, insights, elucidate, elaborate, suggest, suggestions for, strategies for, suggestions on,
        like suggestions, please advise, consultation, walk me through, handbook for
    question.integration | 1.8 | integrating, integrate, integration with, integration instructions, integration process, integration guidance, system requirements, requirements for, features, scalability, capabilities, tools, services you offer, incorporate, setup, set up, work together with, works together with,
        work with, support single sign on
        | crash*, fail*, restart*, reboot*, malfunction*, persist*, not work*, not sync*, stopped
    question.strategy | 1.8 | brand growth, digital strateg*, brand expansion, marketing strateg*, brand development, security measures, medical data, hospital data, encryption option*, keep ... safe, patient data, data analytics tools, securing, secure ... data, safeguard*, optimal, optimization tools, optimize,
        optimizing, optimise, protect ... data, investment portfolio*, compliance, brand building, brand awareness, raise brand, build ... brand, grow ... brand, digital methods, marketing methods, target audience, social media, engagement strateg*, market trends, data driven
        | breach*, unauthorized, malfunction*, fail*, crash*, restart*, reboot*
    question.software | 2.2 | drivers for, best video, alternative*, is there a program, is there an app, is there a tool, software for, software to, any software, recommend, best ... software, applications to, application for, app for, apps for, tool for, clients are, similar to, equivalent of, equivalent to,
        substitute for, good program, lightweight, which editor, best app, best program, best tool, best editor, best free
        | discount*
    question.upgrade | 2.0 | upgrade to, upgrading to, upgrading from, upgrade from, upgrade <number>, update <number>, to upgrade, shut down, shutdown, windows install*, install, installing, installation, uninstall, update from, updating from, dist upgrade, reboot from, bootable, live usb, usb stick,
        desktop environment, dual monitor*, netbook, raspberry
        | shutdown of our, crash*, outage, keeps, charged, shut down my account, badge, lift, elevator
    question.delivery | 2.2 | deliver*, shipping, arrive, arrives, arrival, package, parcel, get here, get my card, mailed to me, when my card, my order, my purchase, shipped, in transit, courier, dispatch*, delayed order, pre order, preorder, backorder, back order, lead time, not arrived yet, pickup point,
        leave it with, click and collect
        | refund*, delivery page, van, delivery address, gift card, campaign*, impressions, ad delivery, conversion, rate, jerk, rude, idiot, my funds, retailer, money, model, numbers, outcome, results, reports
    question.newaccount | 2.2 | create ... account, open ... account, opening ... account, creating ... account, set up an account, make an account, standard account, gold account, premium account, pro account, free account, business account, switch* to, account type*, account for my, another account, new account,
        sign up for, use gold, switch ... account, upgrade ... account, register for
        | not create, not open, error*, problem*, newsletter*
    question.card | 2.0 | activate*, new card, get ... card, physical card, actual card, extra card*, spare card, second card, additional card*, accept this card, take this card, cards are accepted, cards are supported, mastercard, visa, card for my, debit card, credit card, link my card, card ... expire,
        prepaid card*, apply for a card, supported card*, first time, one of those virtual, top tier card, metal card
        | not work*, rejected, declined, denied, working, to work, broken, fee, fees, charged, charge, swallow*, ate, gift card, statement, pay, paid, payment, subscription, activation, percentage, cut, refuses, refuse, ignore*, worn, not let me, not take, taken by, not accepted, minimum i, pending, refused, not being,
        least i, invalid, spits, spat
    question.topup | 2.0 | topup, auto top*, transfer money, transfer into, send me money, send money, money into, receive money, transfer ... post, add money, limits, convert to, convert my, convert between, exchange money, exchanged, to euro, transfers, transfer the money, transfer take, transfer to, hold money in,
        deposit money, transfer ... account, add to my account, from abroad, international transfer*, send abroad, receive my salary
        | charged, fee, fees, wrong, charge, undone, reverted, returned, cancelled, percentage, pending, not changed, balance not, i did, failed, missing, not through, refused, rejected, declined, reversed, canceled
    question.identity | 2.2 | identity, proof of, id check, identification, id documents, source of funds, prove who, what id, which id, photo id, verification required
        | identity theft
    question.pin | 1.8 | change ... pin, new pin, pin to a new, where ... atm*, atms, set ... pin, nearest atm, find an atm, pin change, changing pin, changing my pin, own pin
    # Everyday questions of banks, employers and drivers that have nothing to do with a fault or a bill.
    question.daily | 2.2 | direct deposit, w2, w2s, w 2, 401k, rollover, roll over, jump start*, car battery, plug type, electrical plug, plug converter, power socket*, carry on, luggage, credit score, credit rating, credit report, paycheck, payday, spare tire, tire pressure, flat tire, change a tire, passport,
        visa application, insurance cover*, tax form*, savings account, annuity, pension, routing number, vaccin*, paid time off, pto, vacation days, days off, interest on my, jumper cables, jumper cable, jump my car, jump a car, boost a dead, dead battery, car not start, my car not, the wheel, a flat, spare wheel,
        lug nuts, put on the spare, wages land, wages into, w two, outlet*, socket type, plug in, plug adapter*, voltage, converter for, checkbook, check book, book of checks, retirement plan, retirement account, switch employers, new employer, old employer, changed jobs, switching jobs, new job, cabin, on board,
        take on the plane, shots, immunization*, chase points, credit card points, card rewards, redeem rewards, points in for, trade ... points, fico, credit standing, raise my credit, improve my credit, build my credit, boost my credit, improve credit, order checks, more checks, new checks, out of checks,
        blank checks, ordering checks, bags on, bag on, bags may, bags can, bags for southwest, baggage rules, points be turned, points into, car is dead, neighbor battery, neighbour battery, neighbors battery, neighbours battery, use my neighbor*, do my taxes, file my taxes, tax documents, prongs, my old company,
        old company has, oil, of my car, flat tyre
        | checks not, cabinet, flat fee, flat rate, half full, blood, cash my, cheque not, error*, outlet mall, screenshots, deposited, not show, clears, flat screen, shop, page, my deposit, deposit not, showed up in, airport lost, my luggage never, price of oil, stock price, oil price, oil and gas, oil instead,
        olive oil, coconut oil, vegetable oil, essential oil, cooking, how do vaccines, vaccines work
    question.rewards | 1.2 | reward card, cash back, milage, mileage, miles, points to
        | you have won, claim your, prize, my points, not redeem*, seller, merchant, booking, shop, store, cash back but, my cash back
    question.ask | 2.4 | questions may i ask, questions can i ask, ask you, kinds of questions, what can you do, what can i ask, can you help me with, topics, what do you know about, what you can do, what are you able to
        | ask you to
    question.see | 0.6 | help me see*, want help seeing, see the methods, need help to see, i want to, i need to, need help to know, check the, looking for
    question.why | 1.0 | why do you need, why is it, why did the, why do i need, why must i, purpose of, what is the reason, reason for
    question.orders | 1.7 | my order, track*, order status, cancel ... order, purchase status, buy some, order number
        | refund*, charged, money, track and field, my funds, retailer
    question.learn | 1.2 | like to learn, learn how, advise on, advise me on, best way, maximum number, minimum number, do you support, do you offer, do you have, do you sell, do you ship, do you deliver, do you provide, does it support, does the app, difference between, the difference, without losing, what happens,
        two phones, at the same time, for teams, for students, for teachers, for beginners, cheaper plan, trial
        | siblings, pets, trial ... charged, hobbies, a boyfriend, a girlfriend
    question.computing | 1.4 | spreadsheet, excel, iphone, android, pdf, pdfs, emails in, photoshop, software, video to, mp4, mp3, rename many files, outlook calendar*, instagram account, mac os
        | crash*, not work*, outage, restart*, reboot*, malfunction*, attached, website, refund*, invoice*, issue persists, our new, footer, ^ add, elevator, badge, card reader, kernel panic, initramfs, my server
    question.cards.more | 1.2 | joint account, student plan, free trial, which countries, other countries, abroad, eligible, eligibility, documents ... need, papers do i need, get verified, age, student discount, my country, country supported, 16 year old, my son, my daughter, my child, for children, teenager*,
        how old do
        | charged, fee, fees, charge, priced, withdrawals, seems off, seems wrong, rate, atm, are you
    question.shop | 1.8 | opening times, are you open, open on, open at, closing time, in stock, out of stock, size*, warranty, guarantee, gluten, vegan, organic, made of, made in, colour options, sample, samples, which bus, parking available, breakfast, wheelchair, bring my, book a room, room available,
        do you still have, a catalogue, compatible, fit the, older model, dimensions, waterproof, bulk order*, workshops, per day, encrypted, data stored, stored in
        | money back guarantee, change the, change that, ^ add, ^ update, font size, our opening, new opening, footer, the website, our website, shoe does, shaq
    question.overview | 1.4 | overview of, your services, offerings, your products, brochure please, catalogue, catalog, where do i find, not come yet, on its way, yet to arrive, use my card in, used abroad, prove who i am, can i use, work abroad, request for details, request for information, encrypted at rest,
        range of products, what services
        | refund*, charged, error*, voucher*, rewards catalogue
    question.chores | 1.0 | tire, tyre, engine, credit score, filter by, keyboard shortcut*, remap, command, script, file format, convert mp4, invite a colleague, invite ... to a, rename, sort by, bulk
        | access key, error*
    # What one may, must or is owed: the everyday questions of a front desk.
    question.may | 2.0 | am i entitled, entitled to, am i allowed, are ... allowed, is ... allowed, allowed to, permitted, may we bring, may i bring, can i bring, can we bring, must i bring, do i need to bring, have to bring, which documents, what documents, which papers, what papers, what income, paperwork do,
        what time do you, how late, until what time, until when, by when, how far in advance, in advance do, hand luggage, cabin bag, hand baggage, stroller, garden waste, bin collection, collected in, which day, waiting list, enrol*, evening course, next course, when does the next, book an appointment,
        make an appointment, parental leave, maternity leave, sick note, notice period, dress code, dogs allowed, pets allowed, opening hours of, what are your opening, what are the opening, check in time, check out time, airport to
        | refund*, charged, error*, invoice*, not work*, access
    question.feature | 2.0 | feature request, is that planned, is it planned, is this planned, roadmap, any plans, do you plan, are you planning, plans to, will you support, would be great if, would be nice if, would be wonderful if, be nice to have, it would be great, it would be nice, be lovely if, wish there was,
        could you consider, consider adding, offline mode, dark mode, sandbox, free tier, is the difference, how does ... work, explain how, how does it, how ... works, before we buy, before buying, before i buy, thinking of buying, considering, looking into, looking at your
        | refund*, charged, error*, not work*, legal action, closing my account
    question.titles | 1.8 | ^ convert, ^ mark, ^ any, ^ recommend*, any suggestions, any ideas, any tips, anyone know, does anyone, has anyone, anybody know, somebody know, someone explain, somebody explain, in one go, at once, command to, without loss, without losing, open source, best way, is there a tool,
        is there an app, is there a plugin, is there a shortcut, what is the command, documentation only, not find it in the help, not find it in the docs, not find anything in the, ^ app, ^ prevent, ^ disable, ^ run, ^ running, ^ using, ^ keyboard shortcut, ^ difference, ^ differences, ^ approach, app to,
        extension to, extension for, addon to, plugin to, plugin for, ^ block, ^ find, ^ search, ^ list, ^ count, ^ copy, ^ split, ^ compare, ^ sync, ^ import, ^ export, ^ turn off, ^ turning, ^ setting up, ^ installing, ^ creating, ^ getting, ^ making, ^ moving, ^ migrating, ^ audio
        | found it, error*, charged, refund*, any more, any longer, wrong, exits, crash*, fails, failed, not work*, stopped, broken, accidents, on the 405
    question.shop.more | 1.8 | run small, run large, true to size, usually wear, next size, bigger size, smaller size, exchange it for, exchange them for, exchange ... for a, removable, machine washable, dishwasher safe, contain traces, traces of, allergen*, peanuts, lactose, vegetarian, halal, batteries included,
        spare part*, which adapter, which cable, which model, which version, pick up in, pick it up, pickup, collect it, collect in, click and collect, in your shops, nearest store, nearest branch, still available, be available, available in, come in blue, come in black, other colours, other colors, gift wrap*,
        customs, import duty, how heavy, how big, how tall is the, move my flight, change my flight, change my booking, rebook*, seat reservation, lost or just delayed
        | refund*, voucher*, gift card*, website, web site, page, not work*, exchange rate
    question.deliver.when | 1.2 | be delivered, when will it be, when will my, where is my, when can i expect, when can we expect, has it been shipped, has my order, status of my order
        | refund*, money, deposit, credited, reimburs*
    question.hotel.travel | 1.4 | pet friendly, early check in, late check out, airport shuttle, shuttle bus, sea view, vegetarian meal, special meal, wheelchair assistance, unaccompanied minor, visa for, layover, terminal <number>, boarding pass, legroom, travel insurance, is breakfast, cot, baby bed, extra bed
        | refund*, error*, not work*, charged, not load*
    question.civic | 1.6 | register my car, driving licence, driver license, drivers license, building permit, planning permission, residence permit, birth certificate, marriage certificate, register a dog, dog licence, register to vote, polling station, recycling, bulky waste, compost, library card, school enrolment,
        kindergarten, day care, resident parking, council tax band, pothole reporting
        | refund*, charged, error*, page, website, not work*, bill
    question.work | 1.6 | vacation request, request vacation, holiday entitlement, days of leave, remaining leave, sick leave, overtime, home office, work from home policy, pension plan, health insurance, reference letter, employment certificate, onboarding, performance review, company car, dress code, expense policy,
        how do i submit, where do i submit, whom do i ask, who is responsible, who do i contact, who should i contact, which department
        | error*, not work*, deducted, not paid
    question.tell | 1.4 | please tell me, please let me know whether, please explain, please clarify, please advise whether, let me know how, let me know what, send me information, send me more information, send me details, need information, need some information, need advice, need your advice, would like information,
        like some information, like advice, like to ask, wanted to ask, just a question, got a question, have a question, have some questions, have a few questions, one question, another question, quick one, help me understand, can someone tell, could someone tell, anyone tell me
        | refund*, charged, error*, crash*, invoice*, not work*
    question.enquire | 1.6 | at what, ^ for how, ^ from when, ^ until when, ^ since when, ^ whose, ^ to whom, which licence, which license, licence cover*, license cover*, covers this, cover this, not sure if, not sure whether, not sure which, unsure whether, unsure which, could you take over, how soon, releasing,
        release date, when is the next, when does it start, when does it end, next season, coming out, minimum age, there ... sugar, do you also, do you still, do you fix, do you repair, do you rent, do you accept returns, send it back if, return it if, continue during, would it be ok, is it okay, is it ok, is it safe,
        is it true, is it necessary, is it normal, is it worth, is it allowed, am i right, correct that, does that mean, what would happen
        | refund*, charged, error*, crash*, not work*, money, fee, fees, holiday
    """
