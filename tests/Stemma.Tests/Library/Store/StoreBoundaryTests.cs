using Stemma.Library.Store;
using Stemma.Tests.Architecture;

namespace Stemma.Tests.Library.Store;

/// <summary>What is kept is one thing, how it is kept another: only a store's own folder knows its database.</summary>
public class StoreBoundaryTests
{
    [Fact]
    public void Nothing_but_the_SQLite_store_knows_SQLite() =>
        Assert.Empty(AssemblyFacts.Of(typeof(ILibraryStore)).Types
            .Where(t => t.Namespace != "Stemma.Library.Store.Sqlite" && !t.Name.StartsWith("Stemma.Library.Store.Sqlite.", StringComparison.Ordinal))
            .SelectMany(t => t.UsedTypes.Where(u => u.StartsWith("Microsoft.Data.", StringComparison.Ordinal)).Select(u => $"{t.Name} uses {u}")));
}
