"""A report that was written to be full of secrets: every person, number and address in it is invented.

``SECRETS`` are those that no profile but ``full`` lets out, ``NAMED`` those whom ``partner``
names and ``public`` does not.
"""

TITLE = "MONITORING OF POLITICAL PERSECUTION FROM MARCH 1 TO MARCH 31, 2031"

ENTRIES = (
    "March 2, Pessarin, police officers detained 16-year-old Ilkuvel Orvane and the journalist Brenuvel Kaveth for a "
    "picket.[1]",
    "March 3, Pessarin, the police officer Temmin Garro tortured Dorevant Gilmo at the Harbour district police "
    "station.[2]",
    "March 4, Tolvane, Sathuvela Perrith complained that the police inspector Vardo Kemm had raped her.[3]",
    "March 5, Tolvane, police officers detained Ashmidor Brandel. His sister Marthénoy Ashmidora says that he is "
    "ill.[4]",
    "March 6, Tolvane, at the trial of Ashmidor Brandel the witness Quorrin Tessaly said that the police had beaten "
    "the defendant.[5]",
    "March 7, Pessarin, police officers searched the flat of Ommidor Wexley, who is in hiding.[6]",
    "March 8, Pessarin, police officers detained Velsuvel Pordan at 14 Lantern Street, apartment 92. He has diabetes "
    "and a disability of the second group. His phone is 0700 12 34 56, his e-mail is velsuvel.p@letters.example, his "
    "car is QV 4821 QV, his card is 4929 1182 7734 0093. He wrote to @velsuvel_lantern. The file was in "
    "/home/brandt/Desktop/march.docx.[7]",
    "March 9, Pessarin, judge Hestor Lumley sentenced Velsuvel Pordan to 15 days of administrative arrest.[8]",
    "March 9, Tolvane, police officers detained Askoluvel Dervin, born on 12 May 2016, at the railway station.[9]",
    "March 9, Tolvane, police officers detained Jessimor Harvolt. His passport is N09817263, his page is "
    "social.example/harvolt_jess_55 and his account KZ86125KZT5004100100.[10]",
    "March 10, Pessarin, Quorrin Tessaly held a solitary picket against the verdict; Tessaly was not detained.[11]",
    "March 11, Pessarin, the channel “Beacon” published a video under the title “Где Доревант Гилмо и что с "
    "Тессали?”[12]",
    "March 12, Pessarin, police officers detained Доревантом Гилмо.[13]",
    "March 13, Pessarin, a rally for the release of prisoners was announced.[14]",
)
SOURCES = (
    "https://news.example/minor-ilkuvel-orvane-detained",
    "https://news.example/2031/gilmo_dorevant.html",
    "https://news.example/a/3103004",
    "https://social.example/ashmidora.marthenoy/posts/77120991",
    "https://news.example/a/3103006?utm_source=letter&fbclid=ZZtrackerZZ88",
    "https://news.example/a/3103007",
    "https://news.example/a/3103008?page=2&utm_campaign=spring_drive_51",
    "https://news.example/wp-admin/post.php?post=880417&action=edit",
    "https://news.example/a/3103010",
    "https://news.example/a/3103011?token=OPENS7731",
    "https://orvane-ilkuvel.example/diary",
    "https://news.example/a/3103012",
    "https://news.example/a/3103013",
    "https://news.example/%D0%BE-%D0%94%D0%BE%D1%80%D0%B5%D0%B2%D0%B0%D0%BD%D1%82%D0%B5",
)
REPORT = "\n\n".join([TITLE, *ENTRIES, *(f"[{n}] {url}" for n, url in enumerate(SOURCES, 1))]) + "\n"

SECRETS = (
    "Ilkuvel Orvane",
    "Orvane Ilkuvel",
    "Dorevant Gilmo",
    "Sathuvela Perrith",
    "Marthénoy Ashmidora",
    "Quorrin Tessaly",
    "Ommidor Wexley",
    "Tessaly",
    "Wexley",
    "raped",
    "16-year-old",
    "in hiding",
    "diabetes",
    "disability",
    "14 Lantern Street",
    "Lantern",
    "apartment 92",
    "0700 12 34 56",
    "velsuvel.p@letters.example",
    "QV 4821 QV",
    "4929 1182 7734 0093",
    "velsuvel_lantern",
    "/home/brandt",
    "minor-ilkuvel-orvane-detained",
    "gilmo_dorevant",
    "posts/77120991",
    "ZZtrackerZZ88",
    "spring_drive_51",
    "post=880417",
    "orvane-ilkuvel.example",
    "Askoluvel Dervin",
    "12 May 2016",
    "N09817263",
    "harvolt_jess_55",
    "KZ86125KZT5004100100",
    "OPENS7731",
    "Доревант",
    "Тессали",
)
NAMED = ("Brenuvel Kaveth", "Velsuvel Pordan", "Ashmidor Brandel")
OFFICIALS = ("Hestor Lumley",)
