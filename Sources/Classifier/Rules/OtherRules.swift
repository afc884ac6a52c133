/// What is no request for support: chatter, advertising, complaints about manners, wishes to speak with a person.
let otherRules = """
    other.human | 3.8 | speak with, speak to, talk to, talk with, talking to, talking with, human agent, live agent, operator, real person, a person, a human, actual human, contact somebody, contact someone, an agent, live chat, free agent, human being, real human, reach somebody, put me through
        | bot, connect me to the
    other.complaint | 3.2 | complain*, file claim, claim against, lodge a, lodging a
        | insurance claim, users complain, customers complain, colleagues complain, clients complain
    other.feedback | 3.2 | feedback, a review, a comment, comments, opinion, suggestion, ^ review, rate your, rating for
        | testimonials, feedback form, suggestions for, code review, comments section
    other.newsletter | 3.4 | newsletter*, unsubscribe*, mailing list subscription, subscribe to your, remove me from your mailing, no more mails
        | coupon*, voucher*, promo*, my profile, newsletter link, the newsletter page, newsletter signup form, our newsletters, spam folder, settings, footer, notifications
    other.spam.prize | 3.4 | prize, jackpot, winner, winners, lottery, claim your, claim ur, to claim, 2 claim, claim code, final chance, last chance, await collection, awaiting collection, guaranteed award, bonus caller, unclaimed, complimentary, competition, selected to receive, have been selected, been chosen,
        sweepstake*, raffle, number was drawn, 2nd attempt to contact, tried to contact you, well done your
        | winners page
    other.spam.sms | 3.2 | txt, text yes, text stop, reply stop, opt out, stop 2, stop to, ringtone*, ring tone*, per min, p min, ppm, 150ppm, p per, p msg, per msg, 150p, pobox*, po box, t cs, ts cs, tscs, landline, land line, wkly, ur mob, line rental, call now, call <phone>, call number, call <number>, network mins,
        free mins, free minutes, free text*, custcare, video phone, text ... to <number>, send ... to <number>, wap, sae, polys, poly, free call, mono, polyphonic, unlimited texts, mobile content, age16, 18 only, logo pic, pic message, chatline, chat line, unsub, 2 end, to opt, tones, waiting to be collected,
        simply text, send it to, valued customer, camcorder, camera phone*, std rate, national rate, per call, per wk, ur number, for ur, on ur, 4 ur, 2 u, 4 u, ur friends
        | printer tone, send it to india, euros, transfer
    other.spam.adverts | 2.8 | free membership, special offer, limited offer, act now, buy now, cheap, loans, bad credit, viagra, casino, crypto investment, bitcoin invest*, seo services, rank your website, page one of google, first page of google, backlinks, guest post*, authority blogs, link exchange, <number> off,
        vouchers, free 1st, half price, dating, no strings, sexy, sex, xxx, naughty, babes, camera phones, shopping spree, bonus, missed call, earn money, make money fast, work from home, dear friend, inheritance, next of kin, best offer, free entry, offers, free holiday, free trip, lose weight, weight loss,
        replica watches, web design services, lead generation, grow your followers, holiday or, private property, xchat, singles, admirer, meet someone, has a date, marry, knowing u
        | redeem, my voucher, voucher code, button, bonus points, special offers page, delivery, my first, my bill, promised, my order
    other.chitchat | 3.4 | joke, jokes, funny, hilarious, laugh, flip ... coin, flip a, flip that, roll a die, toss a coin, heads or tails, sing, are you a, are you really, a bot, your maker, meaning of life, meaning to life, purpose of life, how you are, whats up, what up, hobbies, hobby, you enjoy, pets,
        do you have children, languages do you speak, language do you speak, your boss, tell me a story, favorite, favourite color, the ai, say again, repeat, your design, this design, old are you, nice talking, enjoyable, you work for, who designed, your last message, interesting fact, trivia, good riddance,
        say that again, what did you say, free time, do for fun, you sound, your voice, call you, your real name, say my name, one more time, say it again
        | funny smell, button, page, your design team, joke of, a joke
    other.assistant | 3.2 | play, song, songs, music, listen to, fast forward, playlist, roundtrip, round trip, fly to, uber, taxi, table for, weather, raining, alarm, timer, shopping list, grocery list, recipe*, traffic, movie*, vacation, to do list, meal, cook, cooking, ingredient*, exchange students, time zone,
        timezone, what time, define, synonym*, how do you spell, in spanish, in french, in german, in italian, square root, divided by, times <number>, measurement*, how tall, capital of, gas station, mpg, lane closures, closest, near me, the lights, living room, whisper, speak faster, speak slower, text my, call my,
        make a call, find my phone, my location, schedule for, my calendar, next holiday, my birthday, lost luggage, travel alert*, travel suggestion*, car rental, next meeting, my meeting*, cheap flight*
        | flight fee*, reminder ... payment, payment reminder*, error*, delivery, website, page, outlook, plus plan, mail, software, invoice*, fail*, driver, web app, app to, tool, pending, paying, extra, paid, my account, rate, entries, statement, transaction*, charged, charge, usb, pin, filled up, only filled
    other.smalltalk | 2.4 | ^ yes, ^ no, ^ maybe, ^ exactly, that is right, thats right, ^ right, ^ sure, ^ nope, ^ yeah, ^ yep, that would be, that is correct, thats correct, a possibility, might be, i not know, i not say, anything about that, ^ bye, see you, you too, good night, either one, true, false, possibly,
        no idea, ok then, ^ ok, ^ okay, good to know, never mind, nevermind, forget it, cancel that, stop talking, later then, i guess, definitely, absolutely, negative, affirmative, could go either way, both ways, that works, sounds good, got it, wrong chat, asdf, test test, ^ thanks, thank you so much,
        much appreciated, appreciate it, nice one, ^ not sure
        | how, help, card, account, payment, invoice, password, because, refund, billing, ubuntu, money, please, charge, error*, crash*, website, order, page, app, delivery, voucher, charged, profile, login, log in, work, working, download, <number>, plan, support, printer, licence, license, covers, flow both, tasks
    other.partner | 3.4 | podcast, sponsor*, partnership, collaborat*, guest on, press enquiry, press inquiry, interview*, your founder, your director, vacanc*, job application, my cv, my resume, apply for a job, apply for the position, applying for, my application for, open position*, internship, career*, recruit*,
        donation, donate to, charity, student project, school project, class trip, visit our class, our pupils, we are pupils, journalist, newspaper, award nomination, reseller, speak at, sell it in your shop, stock our product*, distribute our, a cooperation, cooperation with, thesis, survey for
        | collaboration tools, collaboration features, donate button, careers page, charities, sponsors page, sponsor section, sponsor logo*, on the sponsors
    other.misdirected | 2.0 | minutes of, meeting minutes, for your records, out of office, out of the office, automatic reply, auto reply, wrong address, wrong number, wrong department, noise, your driver, your drivers, your van*, neighbour*, neighbor*, lost property, parking, parked, found keys, bunch of keys,
        car park, i found a, on my return, on annual leave, on leave until, my garage
        | virtual meeting*, video call*, meeting expectations, not meeting, meetings, minutes page, background noise, parking available, your driver download, battery
    # Words of a real matter, against chatter and advertising.
    other.not.support | -1.6 | support team, invoice*, i would appreciate, restart*, reboot*, website, saas, integrat*, ubuntu, software, atm, i bought, refund*, my order, parcel, package
    other.chitchat.more | 3.0 | siblings, your family, your birthday, your age, invented you, built you, programmed you, designed you, who are you, what are you, your mother, your father, girlfriend, boyfriend, love you, hate you, poem, ^ good evening, ^ hello ?, nice to meet, your favorite, robot, your job,
        artificial intelligence, are you an, do you dream, your day, you feeling
        | because, refund*, error*, crash*, invoice*, website, please, robot vacuum, brush
    other.assistant.more | 2.6 | volume, temperature outside, temperature in, the temperature, spell, what day is, call mom, text mom, dinner, lunch, cruise, rental car, rent a car, directions to, the news, lights on, lights off, wake me, calculate, previous track, next track, shuffle, pause, turn up, turn down, pizza,
        plane ticket*, airport, train to
        | delivery, error*, volume discount*, crash*, publish, website, page, news item, news post, with you, your company, from you, volunteer*, is lunch, entries, rate, my account, pending, debited, transaction*, statement, backup, disk
    other.manners | 2.6 | rude, rudely, rudeness, impolite, unfriendly, behaviour of, behavior of, attitude, a manager, your manager, supervisor, spoke to my, shouted at, phone me, give me a call, praise, compliment*, great service, how friendly, so friendly, kind staff, keep up the good, well done team, big thank you,
        thank your, conference, selected for, free cruise, discriminat*, unprofessional, hung up on me, treated me, the way your
        | refund*, error*, conference call, video conference
    other.person | 2.6 | artificial, think about, do you think, you real, prince, moving funds, fundrais*, would you contribute, pleased with the new design, calmer, just wanted to say, only want to say, just want to say
        | refund*, error*, crash*, payment*
    other.greeting | 1.0 | ^ hello, ^ hey, ^ hi there, ^ good afternoon, ^ howdy
        | ?, because, please, need, want, problem, error*, help, order, account, not, card, billing, invoice*
    # Travel is small talk to an assistant and the matter itself to an airline or a hotel.
    other.travel | 2.0 | flight, flights, hotels, suitcase, conference room, nearby, forecast
        | my flight, our flight, the flight, cancelled flight, booking, check in, seat, voucher*, miles, refund*, luggage, baggage, bag, charged, error*, page, website, reservation number, my reservation, our reservation, meeting room, your restaurant, your hotel, rebook*, invoice*, totals, forecast sheet, forecasting,
        in vain
    other.pitch | 3.0 | first page of, free audit, quick call, media kit, brands such as yours, brands like yours, open to a, we help companies, we help businesses, qualified leads, boost your, sponsored post*, sponsored article, link insertion, write for you, contribute an article, contribute to your blog,
        guest article, business proposal, business opportunity, investment opportunity, million dollars, million usd, million euros, late client, weekly draw, within 24 hours by clicking, our agency works, our agency offers, outsourc*, app development services, development services at, sales call, introduce our,
        cooperate with you, distributor, wholesale partner, looking for sponsors, supporting us, our school, school visit, class of, trade fair, our stand, like to interview, an interview, documentary, filming, piece about, photo shoot, exhibition, like to offer you, offer you a free, offer you our,
        we would like to offer, free quote for your, we are a cleaning, we are a leading, we are a manufacturer, we specialise in, we specialize in, free consultation for your
        | could you provide, integrat*
    other.manners.more | 2.8 | ashamed, an apology, apologise to me, apologize to me, never been treated, yelled at, swore at, ignored me, laughed at, drilling, too loud, so loud, building site, your workers, your colleague, incredibly patient, so patient, very patient, very helpful, so helpful, so kind, was lovely,
        were lovely, pass it on to, pass on my thanks, pass my thanks, wanted to thank, like to thank, looks lovely, looks great, great job, wonderful service, fantastic service, excellent service, best service, amazing service, threw my parcel, threw my package, blocked my drive*, in front of my drive*,
        drives too fast, driving dangerously, rolled their eyes, very kind, lovely lady, nice lady, nice gentleman, above and beyond, a pleasure, thumbs up, five stars, hats off, made my day, grateful, impressed, disrespectful, arrogant, condescending, dismissive, foul language, insulted, racist, discrimination,
        littering, barking
        | refund*, error*, crash*, be very helpful, not work*, page, fan
    other.aside | 2.8 | no action needed, no action required, nothing to do on your, for your information, fyi, for info only, please ignore, ignore this, this is a test, just a test, test message, test ticket, test email, sent by mistake, wrong chat, wrong window, wrong person, meant for someone, not meant for you,
        please disregard, disregard my, have a nice day, have a good day, happy new year, happy holidays, lost and found, anyone found, handed in, left behind, i left my, i left a, will answer your message, when i return, limited access to email, currently away, currently out
        | please help, not work*, error*, charged, cheque, check i, app is on it, phone, card, wallet, transfer
    other.insult | 2.0 | you people, joke of a, shame on you, worst company, bunch of
        | refund*, charged, money, my cash, error*, not work*
    other.sums | 1.8 | how much is <number> plus, <number> plus <number>, <number> times <number>, <number> minus <number>, put on some, ^ put on, nominated for, award for your, gala, without credit check, approved for a loan, business loan*, who is this, found it, solved it myself, speak at our, speaker for, meetup,
        his dog, her dog, their dog, our garden
        | code, promo*, voucher*, page, website
    """
