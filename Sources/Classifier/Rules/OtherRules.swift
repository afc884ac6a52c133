/// What is no request for support: chatter, advertising, complaints about manners, wishes to speak with a person.
let otherRules = """
    other.human | 3.8 | operator, real person, a person, a human, contact somebody, contact someone, an agent, human being
        | bot, connect me to the
    other.complaint | 3.2 | file claim, lodge a, lodging a
        | insurance claim, users complain, customers complain, colleagues complain, clients complain
    other.feedback | 3.2 | a review, a comment, opinion, ^ review, rating for
        | testimonials, feedback form, suggestions for, code review, comments section, reddit, youtube, facebook, wordpress, instagram
    other.newsletter | 3.4 | mailing list subscription, remove me from your mailing, no more mails
        | coupon*, voucher*, promo*, my profile, newsletter link, the newsletter page, newsletter signup form, our newsletters, spam folder, settings, footer, notifications, <alone>
    other.spam.prize | 3.4 | winners, claim your, claim ur, to claim, 2 claim, claim code, final chance, await collection, awaiting collection, guaranteed award, bonus caller, unclaimed, selected to receive, have been selected, been chosen, sweepstake*, number was drawn, 2nd attempt to contact, tried to contact you,
        well done your
        | winners page
    other.spam.sms | 3.2 | opt out, stop 2, ring tone*, p per, wkly, call number, free text*, wap, polys, poly, free call, unlimited texts, mobile content, logo pic, pic message, chatline, 2 end, to opt, waiting to be collected, simply text, send it to, camera phone*, national rate, per call, per wk, for ur, on ur,
        4 ur, 2 u, 4 u, ur friends
        | printer tone, send it to india, euros, transfer
    other.spam.adverts | 2.8 | free membership, limited offer, buy now, cheap, loans, bad credit, viagra, casino, crypto investment, bitcoin invest*, seo services, rank your website, page one of google, first page of google, backlinks, guest post*, authority blogs, link exchange, <number> off, vouchers, no strings,
        naughty, camera phones, bonus, missed call, earn money, make money fast, work from home, dear friend, inheritance, next of kin, best offer, offers, free holiday, free trip, weight loss, replica watches, web design services, lead generation, grow your followers, holiday or, private property, xchat, meet someone,
        has a date, marry, knowing u
        | redeem, my voucher, voucher code, button, bonus points, special offers page, delivery, my first, my bill, promised, my order
    other.chitchat | 3.4 | joke, funny, hilarious, laugh, flip ... coin, roll a die, toss a coin, sing, are you a, are you really, a bot, how you are, whats up, what up, hobbies, pets, do you have children, languages do you speak, language do you speak, favorite, favourite color, the ai, say again, repeat, your design,
        this design, old are you, nice talking, enjoyable, your last message, interesting fact, good riddance, say that again, what did you say, free time, do for fun, you sound, your real name, say it again
        | funny smell, button, page, your design team, joke of, a joke
    other.assistant | 3.2 | play, listen to, fast forward, round trip, recipe*, movie*, exchange students, time zone, what time, how do you spell, times <number>, measurement*, how tall, lane closures, closest, near me, make a call, schedule for, my birthday, lost luggage, travel alert*, travel suggestion*,
        my meeting*, cheap flight*
        | flight fee*, reminder ... payment, payment reminder*, error*, delivery, website, page, outlook, plus plan, mail, software, invoice*, fail*, driver, web app, app to, tool, pending, paying, extra, paid, my account, rate, entries, statement, transaction*, charged, charge, usb, pin, filled up, only filled
    other.smalltalk | 2.4 | ^ yes, ^ no, ^ maybe, ^ exactly, that is right, thats right, ^ right, ^ sure, ^ nope, ^ yeah, ^ yep, that would be, that is correct, thats correct, a possibility, i not know, i not say, anything about that, you too, either one, true, false, possibly, no idea, ok then, ^ ok, ^ okay,
        good to know, never mind, forget it, cancel that, stop talking, later then, i guess, definitely, absolutely, negative, affirmative, could go either way, both ways, that works, sounds good, got it, wrong chat, asdf, test test, ^ thanks, thank you so much, much appreciated, appreciate it, nice one, ^ not sure
        | how, help, card, account, payment, invoice, password, because, refund, billing, ubuntu, money, please, charge, error*, crash*, website, order, page, app, delivery, voucher, charged, profile, login, log in, work, working, download, <number>, plan, support, printer, licence, license, covers, flow both, tasks,
        wife, my own name, mean change, offline
    other.partner | 3.4 | podcast, sponsor*, partnership, collaborat*, guest on, press enquiry, press inquiry, interview*, your founder, your director, vacanc*, job application, my cv, my resume, apply for a job, apply for the position, applying for, my application for, open position*, internship, career*, recruit*,
        donation, donate to, charity, student project, school project, class trip, visit our class, our pupils, we are pupils, journalist, newspaper, award nomination, reseller, speak at, sell it in your shop, stock our product*, distribute our, a cooperation, cooperation with, thesis, survey for
        | collaboration tools, collaboration features, donate button, careers page, charities, sponsors page, sponsor section, sponsor logo*, on the sponsors, <alone>
    other.misdirected | 2.0 | minutes of, meeting minutes, for your records, out of office, out of the office, automatic reply, auto reply, wrong address, wrong number, wrong department, noise, your driver, your drivers, your van*, neighbour*, neighbor*, lost property, parking, parked, found keys, bunch of keys,
        car park, i found a, on my return, on annual leave, on leave until, my garage
        | virtual meeting*, video call*, meeting expectations, not meeting, meetings, minutes page, background noise, parking available, your driver download, battery
    # Words of a real matter, against chatter and advertising.
    other.not.support | -1.6 | support team, invoice*, i would appreciate, restart*, reboot*, website, saas, integrat*, ubuntu, software, atm, i bought, refund*, my order, parcel, package
    other.chitchat.more | 3.0 | siblings, your family, invented you, who are you, what are you, your mother, your father, girlfriend, boyfriend, hate you, poem, ^ good evening, ^ hello ?, nice to meet, robot, your job, artificial intelligence, are you an, do you dream, your day
        | because, refund*, error*, crash*, invoice*, website, please, robot vacuum, brush
    other.assistant.more | 2.6 | volume, the temperature, spell, what day is, cruise, directions to, the news, calculate, previous track, shuffle, pause, turn up, turn down
        | delivery, error*, volume discount*, crash*, publish, website, page, news item, news post, with you, your company, from you, volunteer*, is lunch, entries, rate, my account, pending, debited, transaction*, statement, backup, disk
    other.manners | 2.6 | rude, rudely, rudeness, impolite, unfriendly, behaviour of, behavior of, attitude, a manager, supervisor, spoke to my, shouted at, phone me, give me a call, praise, compliment*, great service, how friendly, so friendly, kind staff, keep up the good, well done team, big thank you, thank your,
        conference, selected for, free cruise, discriminat*, unprofessional, hung up on me, treated me, the way your
        | refund*, error*, conference call, video conference
    other.person | 2.6 | artificial, think about, do you think, prince, moving funds, fundrais*, would you contribute, pleased with the new design, calmer, just wanted to say, only want to say, just want to say
        | refund*, error*, crash*, payment*
    other.greeting | 1.0 | ^ hello, ^ hey, ^ hi there, ^ good afternoon, ^ howdy
        | ?, because, please, need, want, problem, error*, help, order, account, not, card, billing, invoice*
    # Travel is small talk to an assistant and the matter itself to an airline or a hotel.
    other.travel | 2.0 | suitcase, conference room, nearby
        | my flight, our flight, the flight, cancelled flight, booking, check in, seat, voucher*, miles, refund*, luggage, baggage, bag, charged, error*, page, website, reservation number, my reservation, our reservation, meeting room, your restaurant, your hotel, rebook*, invoice*, totals, forecast sheet, forecasting,
        in vain
    other.pitch | 3.0 | first page of, free audit, quick call, media kit, brands such as yours, brands like yours, open to a, we help companies, we help businesses, qualified leads, boost your, sponsored post*, sponsored article, link insertion, write for you, contribute an article, contribute to your blog,
        guest article, business proposal, business opportunity, investment opportunity, million dollars, million usd, million euros, late client, within 24 hours by clicking, our agency works, our agency offers, outsourc*, app development services, development services at, sales call, introduce our, cooperate with you,
        distributor, wholesale partner, looking for sponsors, supporting us, our school, school visit, class of, trade fair, our stand, like to interview, an interview, documentary, filming, piece about, photo shoot, exhibition, like to offer you, offer you a free, offer you our, we would like to offer,
        free quote for your, we are a cleaning, we are a leading, we are a manufacturer, we specialise in, we specialize in, free consultation for your
        | could you provide, integrat*
    other.manners.more | 2.8 | ashamed, an apology, apologise to me, apologize to me, never been treated, yelled at, swore at, ignored me, laughed at, drilling, so loud, building site, your workers, your colleague, incredibly patient, so patient, very patient, very helpful, so kind, was lovely, were lovely,
        pass it on to, pass on my thanks, pass my thanks, wanted to thank, like to thank, looks lovely, looks great, great job, wonderful service, fantastic service, excellent service, best service, amazing service, threw my parcel, threw my package, blocked my drive*, in front of my drive*, drives too fast,
        driving dangerously, rolled their eyes, very kind, lovely lady, nice lady, nice gentleman, above and beyond, a pleasure, thumbs up, five stars, hats off, made my day, grateful, impressed, disrespectful, arrogant, condescending, dismissive, foul language, insulted, racist, discrimination, littering, barking
        | refund*, error*, crash*, be very helpful, not work*, page, fan
    other.aside | 2.8 | no action needed, no action required, nothing to do on your, for your information, fyi, for info only, please ignore, ignore this, this is a test, just a test, test message, test ticket, test email, sent by mistake, wrong chat, wrong window, wrong person, meant for someone, not meant for you,
        please disregard, disregard my, have a nice day, have a good day, happy new year, happy holidays, lost and found, anyone found, handed in, left behind, i left my, i left a, will answer your message, when i return, limited access to email, currently away, currently out
        | please help, not work*, error*, charged, cheque, check i, app is on it, phone, card, wallet, transfer
    other.insult | 2.0 | joke of a, shame on you, bunch of
        | refund*, charged, money, my cash, error*, not work*
    other.sums | 1.8 | how much is <number> plus, <number> plus <number>, <number> times <number>, <number> minus <number>, put on some, ^ put on, nominated for, award for your, gala, without credit check, approved for a loan, business loan*, who is this, found it, solved it myself, speak at our, speaker for, meetup,
        his dog, her dog, their dog, our garden
        | code, promo*, voucher*, page, website
    """
