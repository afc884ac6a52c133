-- Answers that staff picks from, and the assistant where one is allowed to answer by itself.
CREATE TABLE templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    -- With the variables {{customer_name}} {{ticket_number}} {{agent_name}} {{subject}}.
    body TEXT NOT NULL,
    -- Null: fits tickets of every category.
    category_id INTEGER REFERENCES categories (id),
    auto_answer INTEGER NOT NULL DEFAULT 0 CHECK (auto_answer IN (0, 1)),
    -- A JSON list of the words that all have to stand in a message.
    match_words TEXT NOT NULL DEFAULT '[]',
    usage_count INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX templates_by_category ON templates (category_id);

-- The classifier's rules as they were edited, every version. Without a row the built-in ones count.
CREATE TABLE classifier_rules (
    version INTEGER PRIMARY KEY,
    -- A JSON list.
    rules TEXT NOT NULL,
    -- Null for the built-in rules that the first edit has replaced.
    created_by_id INTEGER,
    created_by_name TEXT,
    created_at INTEGER NOT NULL
) STRICT;

-- None of them answers by itself before somebody has read it and said so.
INSERT INTO templates (name, body, category_id, match_words, created_at, updated_at) VALUES
    ('Invoice copy', 'Hello {{customer_name}},

every invoice is in your account: open "Billing", then "Invoices", and choose the month. From there you can download it or have it sent to your accountant.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'billing'), '["copy","invoice"]', 0, 0),
    ('Refund: how long it takes', 'Hello {{customer_name}},

a refund goes back the way you paid. It leaves us within two working days; your bank may take up to five more to show it.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'billing'), '["refund","how long"]', 0, 0),
    ('Change of the payment method', 'Hello {{customer_name}},

you can change how you pay in your account: open "Billing", then "Payment method". The new one is used from the next invoice on.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'billing'), '["payment method"]', 0, 0),
    ('Charged twice', 'Hello {{customer_name}},

I am sorry about that. Please send us the date and the amount of both charges, and the last four digits of the card; never the whole number. With that we can find them and send back what was too much.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'billing'), '["charged","twice"]', 0, 0),
    ('First steps when a page does not load', 'Hello {{customer_name}},

please reload the page while holding Shift, then try a private window. If it works there, clearing the cache for our site helps. If it does not, tell us which browser and device you use and what exactly you see; a screenshot is best.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'technical_support'), '["page","not load*"]', 0, 0),
    ('The app crashes', 'Hello {{customer_name}},

please update the app, restart the device and try again. If it still crashes, tell us the device, the version of its system and what you did just before; then we can look for the cause.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'technical_support'), '["app","crash*"]', 0, 0),
    ('What does the error say?', 'Hello {{customer_name}},

so that we can find the cause, please send us the exact words of the error message, when you saw it last, and what you did just before.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'technical_support'), '["error message"]', 0, 0),
    ('Change request received', 'Hello {{customer_name}},

thank you, we have noted the change you ask for. Somebody makes it and answers here once it can be seen. If texts or pictures belong to it, please attach them to {{ticket_number}}.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'site_edit'), '["change","page"]', 0, 0),
    ('New picture', 'Hello {{customer_name}},

please attach the picture to {{ticket_number}}, at least 1600 pixels wide, and tell us on which page it is to stand and which one it replaces.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'site_edit'), '["replace*","picture"]', 0, 0),
    ('How long does delivery take?', 'Hello {{customer_name}},

orders leave us within one working day. Within the country they take two to three working days, abroad five to ten. The mail that tells you of the dispatch has a link to follow the parcel.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'question'), '["how long","deliver*"]', 0, 0),
    ('Where the instructions are', 'Hello {{customer_name}},

step by step instructions are in the help section of our website; its search takes the words of your question. If something is missing there, answer here and we explain it.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'question'), '["step by step"]', 0, 0),
    ('Opening hours', 'Hello {{customer_name}},

we are here from Monday to Friday, 9:00 to 17:00. Messages that reach us at other times are answered on the next working day.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'question'), '["your","opening hours"]', 0, 0),
    ('Reset your password', 'Hello {{customer_name}},

choose "Forgot password?" on the login page and enter the address of your account. You get a mail with a link that works for one hour; please look into the spam folder too. We never ask for your password.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'account'), '["password","reset*"]', 0, 0),
    ('Forgotten password', 'Hello {{customer_name}},

choose "Forgot password?" on the login page and enter the address of your account. You get a mail with a link that works for one hour; please look into the spam folder too. We never ask for your password.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'account'), '["forgot*","password"]', 0, 0),
    ('Change your profile', 'Hello {{customer_name}},

name, address and phone number are yours to change: open your account, then "Profile". A new e-mail address counts once you have followed the link that we send to it.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'account'), '["how","profile"]', 0, 0),
    ('Redeem a voucher', 'Hello {{customer_name}},

put what you want to buy into the basket, go to the checkout and enter the code under "Voucher or gift card". The sum changes at once. What is left on a gift card stays on it.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'redemption'), '["how","redeem*"]', 0, 0),
    ('A code is refused', 'Hello {{customer_name}},

please check that the code is typed exactly as it is printed, that it has not run out, and that it is meant for what is in the basket. If it is still refused, send us the code and a picture of the voucher.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'redemption'), '["code","refused"]', 0, 0),
    ('Leave the newsletter', 'Hello {{customer_name}},

each newsletter has the link "Unsubscribe" at its end; one click and you get no more of them. Mails about your tickets still reach you.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'other'), '["newsletter","unsubscribe"]', 0, 0),
    ('Thank you for the feedback', 'Hello {{customer_name}},

thank you for taking the time to write. I have passed it on to the people whom it is about.

Kind regards
{{agent_name}}', (SELECT id FROM categories WHERE slug = 'other'), '["feedback"]', 0, 0);
