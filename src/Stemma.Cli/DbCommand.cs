using System.CommandLine;
using System.Text.Json;
using Stemma.Cli.Terminal;
using Stemma.Library;
using Stemma.Library.Store;

namespace Stemma.Cli;

/// <summary><c>stemma db</c>: looks after the library.</summary>
internal static class DbCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Option<string> library = LibrarySettings.Option();
        library.Recursive = true;
        var json = new Option<bool>("--json") { Description = "Print JSON.", Recursive = true };
        var command = new Command("db", "Looks after the library: whether it is sound, how much it holds, copies of it.\nExample: stemma db check --library news.db") { library, json };

        var check = new Command("check", "Reads all of it and tells what does not hold: damage, and rules that are broken.\nExample: stemma db check");
        check.SetAction((parsed, cancellation) => Task.FromResult(LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store => Check(store, parsed.GetValue(json), cancellation))));
        var stats = new Command("stats", "Tells how much it holds.\nExample: stemma db stats");
        stats.SetAction(parsed => LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store => Stats(store, parsed.GetRequiredValue(library), parsed.GetValue(json))));
        var to = new Argument<string>("file") { Description = "The new file." };
        var backup = new Command("backup", "Writes a copy of all of it, as of one moment, to a new file; others may read and add meanwhile.\nExample: stemma db backup monday.db") { to };
        backup.SetAction(parsed => LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store => BackUp(store, parsed.GetRequiredValue(to), parsed.GetValue(json))));
        var migrate = new Command("migrate", "Brings a library of an older Stemma up to date, with a copy beside it; every other verb does so by itself.\nExample: stemma db migrate");
        migrate.SetAction(parsed => LibrarySettings.With(parsed.GetRequiredValue(library), make: false, store => Stats(store, parsed.GetRequiredValue(library), parsed.GetValue(json))));
        command.Subcommands.Add(check);
        command.Subcommands.Add(stats);
        command.Subcommands.Add(backup);
        command.Subcommands.Add(migrate);
        return command;
    }

    private static int Check(ILibraryStore store, bool json, CancellationToken cancellation)
    {
        IReadOnlyList<string> faults = store.Check(cancellation);
        if (json)
        {
            Write(writer =>
            {
                writer.WriteBoolean("sound", faults.Count == 0);
                writer.WriteStartArray("faults");
                foreach (string fault in faults)
                    writer.WriteStringValue(fault);
                writer.WriteEndArray();
            });
        }
        else
        {
            foreach (string fault in faults)
                Console.WriteLine(fault);
            Console.WriteLine(faults.Count == 0 ? "sound" : $"{faults.Count} {(faults.Count == 1 ? "fault" : "faults")}");
        }
        return faults.Count == 0 ? 0 : 1;
    }

    private static int Stats(ILibraryStore store, string path, bool json)
    {
        LibraryCounts counts = store.Counts();
        (string Name, long Value)[] figures =
        [
            ("reports", counts.Reports), ("versions", counts.Versions), ("stories", counts.Stories), ("dossiers", counts.Dossiers),
            ("waiting", counts.Waiting), ("bytes", counts.Bytes), ("layout", counts.Layout),
        ];
        if (json)
        {
            Write(writer =>
            {
                writer.WriteString("library", path);
                foreach ((string name, long value) in figures)
                    writer.WriteNumber(name, value);
            });
            return 0;
        }
        Console.WriteLine(path);
        foreach ((string name, long value) in figures)
            Console.WriteLine($"  {name,-9}{LibraryValues.Count(value),12}");
        return 0;
    }

    private static int BackUp(ILibraryStore store, string path, bool json)
    {
        store.BackUp(path);
        long bytes = new FileInfo(path).Length;
        if (json)
        {
            Write(writer =>
            {
                writer.WriteString("file", path);
                writer.WriteNumber("bytes", bytes);
            });
        }
        else
        {
            Console.WriteLine($"{path}: {LibraryValues.Count(bytes)} bytes");
        }
        return 0;
    }

    private static void Write(Action<Utf8JsonWriter> members)
    {
        using Stream stdout = Console.OpenStandardOutput();
        JsonLines.Write(stdout, members);
    }
}
