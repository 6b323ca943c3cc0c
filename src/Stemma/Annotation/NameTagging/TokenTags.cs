using Stemma.Annotation.Tagging;

namespace Stemma.Annotation.NameTagging;

/// <summary>The part of speech of each token of a report.</summary>
internal static class TokenTags
{
    /// <summary>The tags; of a token that has several words, that of its first.</summary>
    public static UniversalTag[] Of(TokenView view)
    {
        var tags = new UniversalTag[view.Count];
        Array.Fill(tags, UniversalTag.X);
        int last = -1;
        foreach (TaggedWord word in view.Syntax.Words)
        {
            if (word.Token != last)
                tags[word.Token] = word.Tag;
            last = word.Token;
        }
        return tags;
    }
}
