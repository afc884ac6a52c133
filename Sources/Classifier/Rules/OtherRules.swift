/// What is no request for support: chatter, advertising, complaints about manners, wishes to speak with a person.
let otherRules = """
    other.human | 3.8 | speak with, speak to, talk to, talk with, talking to, talking with, human agent, live agent, an operator, operator, real person, a person,
        a human, actual human, contact somebody, contact someone, contacting an agent, contact an agent, customer service number, representative, talk to someone,
        an agent, free agent, somebody to call me
        | bot
    other.complaint | 3.2 | complaint*, complain*, file a claim, customer claim, consumer claim, make a claim, making a claim, file claim, claim against
    other.feedback | 3.2 | feedback, a review, leave a review, write a review, a comment, comments, opinion, suggestion*, testimonial to, ^ review, post a review
        | testimonials
    other.newsletter | 3.4 | newsletter*, unsubscribe*, mailing list subscription, subscribe to your, corporate newsletter
    other.spam.prize | 3.4 | you have won, you ve won, u have won, won a, have been awarded, been awarded, you are awarded, awarded a, prize, jackpot, winner, lottery, claim your,
        claim ur, to claim, 2 claim, claim code, claimcode, final chance, last chance, await collection, awaiting collection, guaranteed award,
        bonus caller, is still unclaimed, unclaimed, win a, to be won, complimentary, chance to win, gift card winner, competition
    other.spam.sms | 3.2 | txt, text yes, text stop, txt stop, reply stop, opt out, stop 2, stop to, ringtone*, per min, ppm, 150ppm, p per, 150p, pobox*, po box, t cs, ts cs, tscs,
        landline, land line, subs, wkly, ur mob, mob, half price line, line rental, call now, call <phone>, call number, network mins,
        free text*, subscribe6gbp, custcare, video phone, text ... to <number>, txt ... to <number>, send ... to <number>, from landline, wap, sae, polys, poly, free call, reply or call
    other.spam.adverts | 2.8 | free membership, special offer, limited offer, act now, buy now, cheap, loans, bad credit, viagra, casino, crypto investment, seo services, rank your website,
        backlinks, guest post, <number> off, vouchers, free 1st, half price, hot singles, dating, no strings, sexy, camera phones, shopping spree, bonus,
        missed call, earn money, make money fast, work from home, dear friend, inheritance, best offer, free entry, offers
        | redeem, my voucher, voucher code
    other.chitchat | 3.4 | joke, jokes, funny, hilarious, flip ... coin, flip a, flip that, roll a dice, toss a coin, sing, are you a, are you really, you a bot, a bot, who made you,
        who created you, your creator, your name, meaning of life, meaning to life, how are you, how you are, whats up, what up, hobbies, you enjoy,
        do you have pets, your pets, pets, your boss, how old are you, tell me a story, favorite, makes the ai, the ai, say again, repeat, your design, this design,
        old are you, nice talking, talking with you, enjoyable, do you like, where are you from, you work for, are you human, who designed, your last message
    other.assistant | 3.2 | play ... music, play some, play, song, songs, music, listen to, fast forward, playlist, flight*, roundtrip, round trip, fly to, uber, taxi, reservation*,
        book a table, restaurant*, table for, weather, alarm, timer, remind me, shopping list, recipe*, traffic, movie*, hotel*, calories,
        vacation, todo list, to do list, meal, cook | flight fee*
    other.smalltalk | 2.4 | ^ yes, ^ no, ^ maybe, ^ exactly, that is right, ^ right, ^ sure, ^ nope, ^ yeah, that would be, that is correct, that is true, a possibility, might be, i not know,
        i not say, not sure, anything about that, ^ goodbye, ^ bye, see you, you too, good night, either one  , true, false, possibly, no idea, ok then
        | how, help, card, account, payment, invoice, password, because, refund, billing, ubuntu, money, please, charge
    other.partner | 2.6 | podcast, sponsor*, partnership, collaborat*, guest on, press enquiry, press inquiry, interview, your founder, vacanc*, job application, my cv, apply for a job,
        internship, career*, recruit*, donation, charity, student project, journalist, award nomination, reseller, speak at | collaboration tools, collaboration features
    other.misdirected | 2.0 | fwd, minutes of, meeting minutes, for your records, out of office, automatic reply, auto reply, wrong address, wrong number, noise, van, your driver, neighbour*,
        lost property, parking
        | virtual meeting*, video call*, meeting expectations, not meeting, meetings
    other.not.support | -1.6 | customer support, support team, invoice*, i would appreciate, restart*, reboot*, website, saas, integrat*, ubuntu, software, atm, i bought
    other.chitchat.more | 3.0 | siblings, are you married, your family, your birthday, your age, invented you, built you, programmed you, designed you, who are you,
        what are you, are you alive, do you sleep, your mother, your father, girlfriend, boyfriend, do you love, love you, poem, ^ good morning, ^ good evening,
        ^ hello ?, nice to meet, your favorite, hows it going, how is it going, you a robot, robot, your job, your hobby, artificial intelligence
        | because, refund*, error*, crash*, invoice*, website, please
    other.assistant.more | 2.6 | volume, temperature outside, translate ... into, spell, what time is it, what day is, schedule a meeting, call mom, text mom, dinner,
        lunch, cruise, rental car, rent a car, directions to, restaurant, the news, lights on, lights off, set an alarm, wake me, calculate, movie*
        | delivery, error*, volume discount*, crash*
    other.manners | 2.4 | rude, rudely, impolite, unfriendly, behaviour of, behavior of, attitude, put me through, a manager, your manager, supervisor, your employees,
        call me back, phone me, give me a call, praise, compliment, great service, sign me up for the, conference, selected for, free cruise
        | refund*, error*
    other.person | 2.6 | artificial, think about, do you think, you real, are you real, prince, moving funds, raffle, fundrais*, would you contribute, previous track, next track, previous song,
        previous message, roll a die, roll the dice, customer service, you have been great, not right, you are great, ^ wrong, ^ hmm, ^ never mind, forget it
        | customer service number on, customer service page, refund*, password, rate*, charge*, invoice*, dear customer service
    """
