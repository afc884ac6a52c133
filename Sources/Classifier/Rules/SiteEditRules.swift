/// Requests to change what a web site says or shows.
let siteEditRules = """
    site_edit.page | 2.6 | contact page, contacts page, home page, homepage, start page, landing page, about page, event page, blog, our website, the website, our site, the site, web page, webpage, join page, resources page, pages, this page, that page, faq page, team page, gallery, downloads page, pricing page,
        news page, services page, shop page, welcome page, menu page, privacy page, careers page, delivery page, products page, product page, calendar page, front page, subpage, index page, donate page, project page, booking page, price page, prices page, about us, vacancies page, jobs page, our webshop page, docs page
        | down, crash*, slow, outage*, error*, 500, 502, 404, not load*, not open, does not exist in, pages per sheet, print two pages, evince
    site_edit.page.weak | 1.4 | page, website, section, site, wiki
        | giving me, 502, 500, 503, down, error*, crash*, outage*, inaccessible, goes white, reset my, login page, pricing page ... clear, bus stop*, site visit, not load*, log in, slow
    site_edit.element | 1.8 | header, headline, tab, button, logo, logos, image, images, picture*, photo, photos, heading, paragraph, caption*, map pin, wording, navigation, navbar, font, fonts, background, copyright, brochure, bio, title tag, drop down, dropdown, call to action, contact form, enquiry form, form field,
        embed*, widget, testimonial*, newsletter signup form, privacy policy, imprint, colour scheme, color scheme
        | printer, profile picture, scanner, camera, press*, photos app, not do anything, browsers, bios, greyed out, grayed out, not click*, desktop licence, what are, when do you open, username, your opening hours, customer service
    site_edit.link | 2.4 | broken link*, fix link*, link to, links to, hyperlink*, update ... link, image link, click here, social links, social media link*, dead link*, fix url, update ... url, change ... link, broken url, link under, link in the, link on the, wrong link, url on, links on, links in, redirect* to,
        link it from, remove ... link, add ... link, the link
        | reset link, error, log in, tracking link, download link, link expired, the link in your mail
    # Change requests are written like titles: a verb first.
    site_edit.imperative | 1.9 | ^ add, ^ update, ^ fix, ^ remove, ^ removing, ^ rename, ^ move, ^ translate, ^ improve, ^ display, ^ change, ^ replace, ^ correct, ^ corrected, ^ edit, ^ delete, ^ deleted, ^ swap, ^ revise, ^ adjust, ^ tweak, ^ updates, ^ clean, ^ cleanup, ^ bump, ^ refactor, ^ use new, ^ hide,
        ^ restore missing, ^ minor, ^ consistency, ^ include, ^ reword, ^ reorder, ^ rewrite, ^ align, ^ style, ^ draft, ^ link, ^ upload, ^ drop, ^ archive, ^ reformat, ^ refresh, ^ restructure, ^ reorganise, ^ reorganize, ^ simplify, ^ clarify, ^ resize, ^ crop, ^ embed, ^ restyle, ^ redesign, ^ relabel, ^ retitle,
        ^ renumber, ^ unpublish, ^ untick, ^ document
        | billing, account, accounts, ubuntu, upgrade, livecd, linux, windows, plan, password, payment, direct deposit, currency, alarm, timer, reminder, reservation, playlist, my calendar, lights, phone, colleague*, user for, a user, access for, printer, pdf to, on me, my data, some music, some jazz, new name,
        my name, gmail, many mails, facebook, google, youtube, excel, funds, money, cash, hour ago, minutes ago, profile, profiles, oil, milk, list, tire, wheel, order, delivery address, key
    site_edit.please | 2.8 | please add, please update, please remove, please replace, please change, please correct, please edit, please upload, please amend, please link, please take, please put, please swap, please move, please delete, please use, please insert, please reword, please display, need to update,
        needs to be updated, need to be updated, needs updating, request to update, requesting update, requesting changes, following changes, can you add, could you add, can you post, can you change, could you change, can you update, could you update, can you replace, could you replace, can you swap, could you swap,
        can you put, could you put, can you remove, could you remove, can you make, could you make, can you upload, could you upload, could you post, could you exchange, please exchange, change request, needs changing, need changing, going live, requesting an update, would like ... changed, would like ... to say,
        please include, remove ... from, replace ... with, change ... to read, change to, pls swap, pls change, pls update, pls add, pls remove, pls replace, pls put, pls take, pls fix, kindly amend, kindly update, kindly change, kindly remove, kindly add, kindly replace, please drop, please list, please feature,
        please rename, be uploaded, be replaced, be removed from, be corrected
        | password, payment, billing, invoice*, subscription, refund*, profile, membership, my address, delivery address, shipping address, my order, my e mail, my email, account, sign up, newsletter, remove me, your records, my name, gmail, username, from the list, milk, eggs, bread, my list, shopping list
    site_edit.attached | 1.4 | attached, attachment, see attach*, onedrive, attaching, word file, enclosed
        | invoice*, crash*, meeting, error*, my cv, screenshot, log file*, job, receipt, statement, resume
    site_edit.content | 1.4 | announcement*, contacts, contact number, office location*, editorial, shown on, shows our old, old number, still shows, still says, new version, publish, published, repository, listing, terms and conditions, content, update contact*, contact update, notice*, members list, table,
        staff member, stepped down, news item, news post, news article, press release*, new address, our logo, new logo, price list, our partners, old shop, is listed, are listed, listed on, our new number, our new name, our new team, our new office, our new hours
        | text message*, txt, free text, text stop, text to, chat, listen, book a table, table for, my new, pending, zero, pin map, app still
    site_edit.files | 1.2 | readme, changelog, docs, guide, jekyll, markdown, yml, yaml, data list, mailing list, slack, calendar, working group, meetup, community, post, posts, footnote*, frontmatter, translation*, glossary, minutes page
        | how long, my post, set up, outlook, meeting
    site_edit.url | 0.8 | <url>
        | call, txt, text, win, won, claim, free, error*
    site_edit.prices | 1.6 | price* ... page, prices, pricing as shown, price list
        | billing, discount*, payment*, subscription*, send, charged, invoice*
    # Whoever asks for help wants no page changed.
    site_edit.not.help | -2.0 | i not, how do i, how can i, how to, customer support, not work*, i need help, refund*, my card, issue persists, my account, my password, my order
    site_edit.still | 1.8 | still has, still shows, still list*, left us, has left, left in, out of date, outdated
        | still has not, money, refund*, crash*, account, workspace, ownership, still shows as, card, order, ordered, pending, balance, zero
    site_edit.place | 1.6 | bottom of, top of, every page, next to the, in the menu, staff list, press release, landing page, front page, our address has changed, downloads section, in the header, in the heading, second heading, to the header, to the menu, search results page, second paragraph, first paragraph,
        off the page, off the site, off the website, from our website, we have moved, new opening
        | are you open, what are, when do you open, your opening hours, customer service
    site_edit.spelling | 1.8 | misspel*, spelt wrong, spelling, testimonial*, margins, nav, background of, speaker bio*, wording of, bullet point*, web address, hard to read, make it darker, make it bigger, too small to read, reads
        | testimonials from, error*, crash*, slow, 500, 502, my name, my profile, my surname, barcode*, does not read
    site_edit.order | 1.0 | upload, delete the, remove the, replace the, change the, correct the, add the, update the, add a, add our, put the, take down, new logo, swap, exchange the photo, use it in, change that, instead of, to say
        | password, account, payment*, upload fail*, not upload*, error*, crash*, i not, order, press, my name, your records
    site_edit.act.on | 2.2 | change ... page, update ... page, remove ... page, add ... page, replace ... page, correct ... page, put ... page, change ... site, update ... website, add ... website, remove ... website, change ... website, replace ... photo, replace ... picture, replace ... image, swap ... picture,
        swap ... photo, swap ... image, remove ... photo, remove ... picture, take ... photo, add ... photo, add ... picture, new photo*, change ... photo, change ... heading, change ... headline, change ... text, update ... text, replace ... text, change ... wording, change ... logo, change ... button, add ... button,
        remove ... section, add ... section, replace ... file, replace ... pdf, upload ... pdf, upload ... page, update ... hours, change ... hours, take ... off the, add ... field, move ... menu, make ... darker, make ... bigger, make ... bold, update ... logo, post ... news, one i attached, the button says,
        the heading says
        | profile, not load*, error*, goes white, account, insurance, policy
    site_edit.verb.weak | 1.2 | ^ create, ^ set, ^ show, ^ switch, ^ make, ^ enable, ^ mention, ^ highlight, ^ shorten, ^ sort, ^ typo, ^ correct, ^ docs, ^ chore, ^ feat, ^ new, ^ put, ^ use
        | how, account, pin, card, alarm, timer, user, colleague*, my, password, lights, reminder, on some, on the, name, me
    site_edit.off | 2.2 | take her off, take him off, take them off, take it off the, the event off, off the team page, sale is over, offer is over, offer has ended, the old one out, the old ones, first row of, link it to, goes to a 404, leads to a 404, points to a 404, should go to, still stands in,
        version of the page, the heading still, should now read, must now read, has to read, ought to read, reads now
        | error*, crash*, password, log in, my account, voucher*, coupon*, code, file type, not load*, device, refund*, billed
    site_edit.looks | 2.2 | the font, bigger font, font is, make it bigger, button green, button red, button blue, red background, header picture, play automatically, autoplay, autoplays, meta title, meta tag*, seo title*, page title, shorter description, reject all, copyright year, install command, missing author,
        image credit*, colour of the, color of the, mobile header, desktop header, find us, new menu, summer menu, vacancy on, new flyer, new poster, external links, internal links, hierarchy, map on our, photo on our, picture on our, site shows the, mobile version of the site, reviews bit, list of staff,
        practitioners, timetable page
        | printer, crash*, error*, laptop, tv
    site_edit.publish | 1.8 | put up on, put it on the, get it online, online please, live on, push live, make live, make it live, unpublish, schedule the post, feature it on, pin it to the top, announcement bar, download area, downloads area, photo credit*, opening paragraph, closing paragraph, sub heading, strapline,
        slogan, tagline, text below, wording below, copy below, new copy, new text, new wording, updated text, revised text, revised version, latest brochure, latest price list, new price list, replace the old
        | error*, crash*, app, install*, firmware, driver*, not work*, log in
    """
