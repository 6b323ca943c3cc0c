using Stemma.Stories;

namespace Stemma.Tests.Presentation;

/// <summary>Invented stories for the tests of every presentation.</summary>
internal static class SampleDossiers
{
    private const string Ran = "The ferry Aldis ran aground on a sandbank off Lindhaven on Monday evening with 212 people on board.";
    private const string Crew = "Nobody was seriously hurt, and the crew of the lifeboat brought all passengers ashore before midnight.";
    private const string Owner = "The owner, Vesper Lines, bought the ship in 1998 and refitted its engines in March.";
    private const string Fog = "A thick fog lay over the strait when the ship left the harbour.";

    /// <summary>Seven reports: a lost dispatch with three children, a reworded copy, a composite, one that stands alone.</summary>
    public static Dossier Ferry()
    {
        var story = new StoryBuilder();
        story.Report("a-harbour-post.txt", "Harbour Post", "Ferry with 212 on board runs aground off Lindhaven", Stated("2031-03-11"),
            $"{Ran}\n\n{Crew}\n\n“The captain did everything right, and the fog came very quickly,” said Mara Holt, the harbour master.\n\n“We will look at every minute of this voyage,” Holt added.\n\n{Owner}\n\nSeventeen people were treated for bruises, the hospital said.", ["Norden Wire"], ["Ines Falk"]);
        story.Report("b-city-ledger.txt", "The City Ledger", "Passengers safe after ferry grounding", Stated("2031-03-11"),
            $"LINDHAVEN (Norden Wire) – The ferry Aldis ran aground on a sandbank near Lindhaven late on Monday with 212 people aboard.\n\n{Crew}\n\n{Fog}\n\n“The captain did everything right, and the fog came quickly,” harbour master Mara Holt said.\n\n{Owner}", ["Norden Wire"]);
        story.Report("c-coast-today.txt", "Coast Today", "All ashore: the long night of the Aldis", new DossierDate("2031-03-11", "2031-03-13", "inferred", ["it speaks of “Monday evening” as past, and the earliest dated report of the story is of 11 March 2031", "it calls the inquiry of 14 March 2031 still to come"]),
            $"Home › News › Lindhaven\n\n{Ran}\n\n{Fog}\n\n“The captain did everything right,” the harbour master, Mara Holt, told reporters.\n\n{Owner}\n\nThe coast guard called the rescue “a model of calm”.\n\nRead also: ten walks by the sea", ["Norden Wire"]);
        story.Report("d-daily-strait.txt", "Daily Strait", "Aldis grounding: inquiry to open", Stated("2031-03-12"),
            "A passenger ship carrying 212 travellers got stuck on a shoal outside Lindhaven on Monday night.\n\nNo one suffered serious injuries; lifeboat volunteers had everybody back on land by midnight.\n\n“The skipper did everything right and the fog came in a flash,” said harbour chief Mara Holt.\n\nAn inquiry opens on Friday, the transport ministry announced.");
        story.Report("e-evening-round.txt", "Evening Round", "What we know about the ferry accident", new DossierDate("2031-03-12", "2031-03-12", "file", ["the side file says so"]),
            $"{Crew}\n\n“We will look at every minute of this voyage,” Holt added.\n\nFourteen passengers went to hospital, two of them overnight, according to Dr Jonas Wiel.\n\n“Two of them stayed the night, purely as a precaution,” Wiel said.\n\nThe weather service had warned of fog twice in the week before.");
        story.Report("f-lindhaven-local.txt", "Lindhaven Local", "“We held hands and sang”: aboard the Aldis", Stated("2031-03-11"),
            "By Pia Sand in Lindhaven\n\nThe lights went out first, then the deck tilted.\n\n“We held hands and sang until the lifeboat came,” said Tessa Brandt, 61, who was on her way home.\n\nFourteen passengers went to hospital, two of them overnight, according to Dr Jonas Wiel.\n\n“Two of them stayed the night, purely as a precaution,” Wiel said.", byline: ["Pia Sand"]);
        story.Report("g-sea-and-trade.txt", null, "Vesper Lines shares fall", null,
            "Shares of Vesper Lines fell 4 percent.\n\n“The captain did everything right, and the fog came very quickly,” the harbour master has said of the grounding.\n\nAnalysts say the firm will have to explain a refit that, according to its annual report, was never finished.");
        AddFindings(story);
        return story.Build();
    }

    private static void AddFindings(StoryBuilder story)
    {
        const string a = "a-harbour-post.txt", b = "b-city-ledger.txt", c = "c-coast-today.txt", d = "d-daily-strait.txt", e = "e-evening-round.txt", f = "f-lindhaven-local.txt", g = "g-sea-and-trade.txt";
        const string said = "The captain did everything right, and the fog came very quickly,";
        const string hospital = "Fourteen passengers went to hospital, two of them overnight, according to Dr Jonas Wiel.";
        story.Cut(c, "Home › News › Lindhaven", "breadcrumb").Cut(c, "Read also: ten walks by the sea", "link list");
        string ran = story.Passage(a, Ran, b, "The ferry Aldis ran aground on a sandbank near Lindhaven late on Monday with 212 people aboard.", "edited", 0.81);
        string crew = story.Passage(a, Crew, b);
        string ranC = story.Passage(a, Ran, c);
        string owner = story.Passage(a, Owner, b);
        string ownerC = story.Passage(a, Owner, c);
        string fog = story.Passage(b, Fog, c);
        string ranD = story.Passage(a, Ran, d, "A passenger ship carrying 212 travellers got stuck on a shoal outside Lindhaven on Monday night.", "reworded", 0.58);
        string crewD = story.Passage(a, Crew, d, "No one suffered serious injuries; lifeboat volunteers had everybody back on land by midnight.", "reworded", 0.52);
        string crewE = story.Passage(a, Crew, e);
        string hospitalE = story.Passage(e, hospital, f);
        string wielE = story.Passage(e, "“Two of them stayed the night, purely as a precaution,” Wiel said.", f);
        story.Passage(a, said, g, use: "quotation");
        story.Lost("lost1", "Norden Wire", a, b, c);
        story.Link("lost1", a, 0.74, 0.93, [ran, crew, ranC, owner, ownerC], "credits Norden Wire", "shares more with 2 and 3 than either has alone");
        story.Link("lost1", b, 0.82, 0.93, [ran, crew, owner, fog], "credits Norden Wire in its dateline");
        story.Link("lost1", c, 0.67, 0.72, [ranC, ownerC, fog], "credits Norden Wire");
        story.Link(a, d, 0.61, 0.7, [ranD, crewD], "the sentences follow in the same order", "published a day later");
        story.Link(a, e, 0.34, 0.64, [crewE], "one paragraph word for word", "published a day later");
        story.Link(f, e, 0.41, 0.95, [hospitalE, wielE], "two paragraphs word for word", "published a day later");
        story.Origin("lost1", a, b, c, d, e).Origin(f, e, f).Origin(g, g);
        string qa = story.Quote(a, said, "Mara Holt", "Mara Holt", "n1");
        string qb = story.Quote(b, "The captain did everything right, and the fog came quickly,", "Mara Holt", "Mara Holt", "n1");
        string qc = story.Quote(c, "The captain did everything right,", "Mara Holt", "Mara Holt", "n1");
        string qd = story.Quote(d, "The skipper did everything right and the fog came in a flash,", "Mara Holt", "Mara Holt", "n1");
        string qg = story.Quote(g, said, "the harbour master", "the harbour master");
        string va = story.Quote(a, "We will look at every minute of this voyage,", "Mara Holt", "Holt", "n1");
        string ve = story.Quote(e, "We will look at every minute of this voyage,", "Mara Holt", "Holt", "n1");
        string we = story.Quote(e, "Two of them stayed the night, purely as a precaution,", "Jonas Wiel", "Wiel", "n2");
        string wf = story.Quote(f, "Two of them stayed the night, purely as a precaution,", "Jonas Wiel", "Wiel", "n2");
        story.Quote(f, "We held hands and sang until the lifeboat came,", "Tessa Brandt", "Tessa Brandt", "n3");
        story.Quote(c, "a model of calm", null, kind: "partial");
        story.Wording("Mara Holt", [qa, qb, qc, qd, qg],
            story.Pair(qa, qb, "reworded", ("very", "", "came")),
            story.Pair(qa, qc, "cut", (" and the fog came very quickly,", "", "right,")),
            story.Pair(qa, qd, "reworded", ("captain", "skipper", ""), (",", "", "right"), ("very quickly", "in a flash", "")),
            story.Pair(qa, qg, "same"));
        story.Wording("Mara Holt", [va, ve], story.Pair(va, ve, "same"));
        story.Wording("Jonas Wiel", [wf, we], story.Pair(wf, we, "same"));
        story.Name("Mara Holt", "person", ["Holt"], a, b, c, d, e).Name("Jonas Wiel", "person", ["Dr Jonas Wiel", "Wiel"], e, f).Name("Tessa Brandt", "person", [], f)
            .Name("Vesper Lines", "organisation", [], a, b, c, g).Name("Lindhaven", "place", [], a, b, c, d, f).Name("Aldis", "other", [], a, b, c);
        story.Time(a, "on Monday evening", "TIME", "2031-03-10TEV").Time(b, "Monday", "DATE", "2031-03-10").Time(d, "on Friday", "DATE", "2031-03-14").Time(a, "March", "DATE", "2031-03").Time(a, "1998", "DATE", "1998").Time(e, "the week before", "DATE", "2031-W10");
        const string ranD2 = "A passenger ship carrying 212 travellers got stuck on a shoal outside Lindhaven on Monday night.", crewD2 = "No one suffered serious injuries; lifeboat volunteers had everybody back on land by midnight.";
        story.Claim("conflict", ["both tell how many were treated in hospital", "17 and 14 are no rounding of one another"],
            new ClaimTold(a, "Seventeen people were treated for bruises, the hospital said.", "Seventeen"), new ClaimTold(f, hospital, "Fourteen"), new ClaimTold(e, hospital, "Fourteen", f, hospitalE, f));
        story.Claim("agree", ["the same number in copies of one sentence"],
            new ClaimTold(a, Ran, "212", "lost1", ranC, "lost1"), new ClaimTold(c, Ran, "212", "lost1", ranC, "lost1"), new ClaimTold(d, ranD2, "212", a, ranD, "lost1"));
        story.Claim("compatible", ["“midnight” is told as a limit in one and as the time in the other"],
            new ClaimTold(a, Crew, "before midnight", "lost1", crew, "lost1"), new ClaimTold(d, crewD2, "by midnight", a, crewD, "lost1", true));
        story.Event("1998-01-01", "1998-12-31", "year", ["o1"], (a, Owner));
        story.Event("2031-03-01", "2031-03-10", "month", ["o1"], (a, Owner), (b, Owner), (c, Owner));
        story.Event("2031-03-03", "2031-03-09", "week", ["o1"], (e, "The weather service had warned of fog twice in the week before."));
        story.Event("2031-03-10", "2031-03-10", "day", ["o1"], (a, Ran), (b, "The ferry Aldis ran aground on a sandbank near Lindhaven late on Monday with 212 people aboard."), (c, Ran), (d, "A passenger ship carrying 212 travellers got stuck on a shoal outside Lindhaven on Monday night."));
        story.Event("2031-03-14", "2031-03-14", "day", ["o1"], (d, "An inquiry opens on Friday, the transport ministry announced."));
        story.Unread("h-scan.pdf", "This is a PDF; save the page as HTML or text and read that.").Unread("i-empty.txt", "The file is empty.");
    }

    private static DossierDate Stated(string day) => new(day, day, "stated", []);
}
