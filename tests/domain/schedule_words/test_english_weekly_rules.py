"""English words for what comes every day or every week, and the rules that they mean."""

import pytest

from tests.domain.schedule_words.telling import told


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("every noon", "recurring FREQ=DAILY;BYHOUR=12;BYMINUTE=0"),
        ("every midnight", "recurring FREQ=DAILY;BYHOUR=0;BYMINUTE=0"),
        ("every other week on Friday", "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-11-23"),
        ("biweekly on Monday", "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2026-11-23"),
        (
            "fortnightly on Thursdays at 2pm",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYHOUR=14;BYMINUTE=0 from 2026-11-23",
        ),
        ("every fortnight on Monday", "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2026-11-23"),
        ("Tuesdays and Thursdays at 4pm", "recurring FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=16;BYMINUTE=0"),
        ("Mon, Wed and Fri", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR"),
        ("Mon-Fri", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        (
            "from Monday to Friday at 9am",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0",
        ),
        ("Monday and Wednesday at 3pm", "recurring FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=15;BYMINUTE=0"),
        (
            "every Friday at 3pm from next Monday",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 from 2026-11-23",
        ),
        (
            "every Friday starting next Monday at 15:00",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 from 2026-11-23",
        ),
        (
            "every other Friday starting December 4",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=FR from 2026-12-04",
        ),
        ("daily at 8am, 12pm and 6pm", "recurring FREQ=DAILY;BYHOUR=8,12,18;BYMINUTE=0"),
        (
            "daily at 8:30, 12 and 18:00",
            "recurring FREQ=DAILY;BYHOUR=8,12,18;BYMINUTE=0,30;BYSETPOS=2,3,5",
        ),
        ("every day at 9 and 15:30", "recurring FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,30;BYSETPOS=1,4"),
        (
            "every Friday at 3pm, skipping holidays",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 workdays skip",
        ),
        ("every weekday at 8", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=0"),
        (
            "every day at 7:30pm except weekends",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=19;BYMINUTE=30",
        ),
        (
            "every workday at 18:00",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=18;BYMINUTE=0 workdays",
        ),
        ("every Monday morning", "recurring FREQ=WEEKLY;BYDAY=MO morning"),
        ("every Friday evening at 7", "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=0"),
        ("every 3 days", "recurring FREQ=DAILY;INTERVAL=3 from 2026-11-22"),
        ("every 3 weeks on Monday", "recurring FREQ=WEEKLY;INTERVAL=3;BYDAY=MO from 2026-11-23"),
        (
            "twice a week on Monday and Thursday at 9am",
            "recurring FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0",
        ),
        ("weekly on Mondays", "recurring FREQ=WEEKLY;BYDAY=MO"),
        ("every Sunday at midnight", "recurring FREQ=WEEKLY;BYDAY=SU;BYHOUR=0;BYMINUTE=0"),
        (
            "every Monday and Wednesday at 3pm and Friday at 4pm",
            "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=15,16;BYMINUTE=0;BYSETPOS=1,3,6",
        ),
        ("every Friday at 3pm and 5pm", "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15,17;BYMINUTE=0"),
        (
            "9am-5pm on weekdays",
            "period FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0 lasts PT8H",
        ),
        (
            "weekdays from 9 to 5",
            "period FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0 lasts PT8H",
        ),
        ("every day from 8 to 10am", "period FREQ=DAILY;BYHOUR=8;BYMINUTE=0 lasts PT2H"),
        (
            "every Friday 3pm for 2 hours",
            "period FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 lasts PT2H",
        ),
        ("every day for the next two weeks", "recurring FREQ=DAILY;COUNT=14 from 2026-11-22"),
        (
            "every Tuesday at 9am starting in January",
            "recurring FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0 from 2027-01-01",
        ),
        (
            "every Friday except in July and August",
            "recurring FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,9,10,11,12;BYDAY=FR",
        ),
        (
            "every weekday except public holidays at 8:00",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=0 workdays skip",
        ),
        (
            "every Monday at 9am and every Friday at 3pm",
            "recurring FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,15;BYMINUTE=0;BYSETPOS=1,4",
        ),
        (
            "every Monday at 9 and Friday at 15:00",
            "recurring FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9,15;BYMINUTE=0;BYSETPOS=1,4",
        ),
        (
            "daily Dec 1-15 at 9am",
            "recurring FREQ=DAILY;BYHOUR=9;BYMINUTE=0;UNTIL=20261215T235959 from 2026-12-01",
        ),
        (
            "every day from 1 to 15 December",
            "recurring FREQ=DAILY;UNTIL=20261215T235959 from 2026-12-01",
        ),
        (
            "every Friday from 1 March to 30 June",
            "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630T235959 from 2027-03-01",
        ),
        (
            "every Friday from March to June",
            "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20270630T235959 from 2027-03-01",
        ),
        (
            "every Friday until Friday December 18",
            "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T235959",
        ),
        ("remind me every Friday at 9am", "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=9;BYMINUTE=0"),
        (
            "meeting every second week on Tuesday at 10",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=10;BYMINUTE=0 from 2026-11-23",
        ),
        ("Fridays", "recurring FREQ=WEEKLY;BYDAY=FR"),
        ("every day at noon", "recurring FREQ=DAILY;BYHOUR=12;BYMINUTE=0"),
        ("8 in the morning every day", "recurring FREQ=DAILY;BYHOUR=8;BYMINUTE=0"),
        (
            "every day at 8 in the morning and 6 in the evening",
            "recurring FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0",
        ),
        ("at 8am and 6pm every day", "recurring FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0"),
        ("twice daily at 8am and 6pm", "recurring FREQ=DAILY;BYHOUR=8,18;BYMINUTE=0"),
        ("once daily at 9", "recurring FREQ=DAILY;BYHOUR=9;BYMINUTE=0"),
        (
            "every 2 weeks on Tuesday and Thursday",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH from 2026-11-23",
        ),
        (
            "every two weeks starting next Monday",
            "recurring FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2026-11-23",
        ),
        ("every 10 days", "recurring FREQ=DAILY;INTERVAL=10 from 2026-11-22"),
        ("every 10 days starting December 1", "recurring FREQ=DAILY;INTERVAL=10 from 2026-12-01"),
        ("every weekend at 10am", "recurring FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=10;BYMINUTE=0"),
        ("weekends", "period FREQ=WEEKLY;BYDAY=SA lasts P2D"),
        ("every Mon Wed Fri 9am", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=9;BYMINUTE=0"),
        ("Mon & Wed", "recurring FREQ=WEEKLY;BYDAY=MO,WE"),
        ("Tue/Thu 9:00", "recurring FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=9;BYMINUTE=0"),
        ("every Tue-Thu at 8:00", "recurring FREQ=WEEKLY;BYDAY=TU,WE,TH;BYHOUR=8;BYMINUTE=0"),
        (
            "Monday till Thursday at 14:00",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=14;BYMINUTE=0",
        ),
        ("all weekdays at 9", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0"),
        (
            "on working days at 9am",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0 workdays",
        ),
        ("each working day", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR workdays"),
        (
            "every business day except Friday at 9am",
            "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=9;BYMINUTE=0 workdays",
        ),
        ("every weekday other than Friday", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH"),
        ("every day but weekends", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every day except the weekend", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        (
            "every Sunday except in August",
            "recurring FREQ=WEEKLY;BYMONTH=1,2,3,4,5,6,7,9,10,11,12;BYDAY=SU",
        ),
        ("every Friday unless it is a holiday", "recurring FREQ=WEEKLY;BYDAY=FR workdays skip"),
        (
            "every Friday (not on public holidays) at 3pm",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 workdays skip",
        ),
        (
            "every Friday at 3pm; if it's a holiday, the working day before",
            "recurring FREQ=WEEKLY;BYDAY=FR;BYHOUR=15;BYMINUTE=0 workdays before",
        ),
        ("every Friday until December 18", "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20261218T235959"),
        ("every day except sunday", "recurring FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
        ("mon wed fri at 10:00", "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=10;BYMINUTE=0"),
        ("Monday Tuesday", "recurring FREQ=WEEKLY;BYDAY=MO,TU"),
        ("Friday, Saturday, at 9", "recurring FREQ=WEEKLY;BYDAY=FR,SA;BYHOUR=9;BYMINUTE=0"),
        (
            "each Monday and Thursday, 8:30",
            "recurring FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=8;BYMINUTE=30",
        ),
        (
            "every Mon, Wed & Fri at 7:45am",
            "recurring FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=7;BYMINUTE=45",
        ),
        ("every Tuesday for 6 weeks", "recurring FREQ=WEEKLY;BYDAY=TU;COUNT=6 from 2026-11-24"),
        ("every Tuesday, 6 times", "recurring FREQ=WEEKLY;BYDAY=TU;COUNT=6 from 2026-11-24"),
        (
            "every Friday from March to June 2028",
            "recurring FREQ=WEEKLY;BYDAY=FR;UNTIL=20280630T235959 from 2028-03-01",
        ),
    ],
)
def test_english_words_become_a_rule_of_days(text: str, meaning: str) -> None:
    assert told(text) == meaning
