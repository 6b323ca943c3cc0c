using FsCheck;
using FsCheck.Fluent;
using Stemma.Stories.Clustering;
using static Stemma.Tests.Stories.Clustering.ClusteringSamples;

namespace Stemma.Tests.Stories.Clustering;

public class StoryFeaturesTests
{
    [Fact]
    public void Features_come_back_from_their_bytes()
    {
        foreach (PlacedReport report in News.Append(Report("empty", "", "", null)))
        {
            byte[] bytes = report.Features.ToBytes();
            StoryFeatures? back = StoryFeatures.FromBytes(bytes, out string? problem);
            Assert.Null(problem);
            Assert.Equal(report.Features.Day, back!.Day);
            Assert.Equal(bytes, back.ToBytes());
        }
    }

    [Fact]
    public void Bytes_of_another_version_say_what_to_do()
    {
        byte[] bytes = News[0].Features.ToBytes();
        bytes[0] = 9;
        Assert.Null(StoryFeatures.FromBytes(bytes, out string? problem));
        Assert.Equal("the features are of form 9, this program knows form 1; read the report anew", problem);
    }

    [Fact]
    public void Damaged_bytes_are_told_or_are_features_like_any()
    {
        var random = new Random(11);
        byte[] sound = News[0].Features.ToBytes();
        for (int run = 0; run < 5000; run++)
        {
            byte[] bytes = run % 3 == 0 ? new byte[random.Next(40)] : (byte[])sound.Clone();
            for (int n = random.Next(6); n >= 0 && bytes.Length > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            if (run % 3 == 1)
                bytes = bytes[..random.Next(bytes.Length)];
            StoryFeatures? back = StoryFeatures.FromBytes(bytes, out string? problem);
            Assert.Equal(back is null, problem is not null);
            if (back is null)
                continue;
            Assert.Equal(bytes, back.ToBytes());
            StoryReplay.Run([new PlacedReport("damaged", back, null), .. News], StoryRules.None);
        }
    }

    [Fact]
    public void A_huge_text_gives_features_of_bounded_size()
    {
        string text = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"Word{i} {i * 7}")) + ".";
        Assert.InRange(Report("huge", text[..500], text, null).Features.ToBytes().Length, 100, 5_000);
    }

    [Fact]
    public void A_headline_alone_tells_the_story()
    {
        PlacedReport[] reports =
        [
            Report("1", "Ferry Heron burns in Northport harbour, two sailors dead", "", null),
            Report("2", "Two sailors killed in Northport ferry fire", "", null),
            Report("3", "Ada Moor elected mayor of Sorrel valley", "", null),
            Report("4", "Sorrel valley elects Moor as mayor", "", null),
        ];
        Assert.Equal(["1,2", "3,4"], Groups(reports, StoryReplay.Run(reports, StoryRules.None).Stories));
    }

    [Fact]
    public void Any_text_gives_features_that_come_back_from_their_bytes()
    {
        Check.One(AnyText.Config(200), Prop.ForAll(AnyText.Texts.ToArbitrary(), text =>
        {
            byte[] bytes = Report("any", text.Length > 20 ? text[..20] : "", text, null).Features.ToBytes();
            return bytes.SequenceEqual(StoryFeatures.FromBytes(bytes, out _)!.ToBytes());
        }));
    }
}
