using System.Reflection;
using System.Runtime.CompilerServices;
using Stemma.Reports;

namespace Stemma.Tests.Architecture;

/// <summary>The engine is pure: the same input gives the same bytes, and nothing outside is touched.</summary>
public class PurityTests
{
    private static readonly string[] s_forbiddenTypes =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.Console",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "System.Threading.Thread", "System.Threading.Timer", "System.Threading.ThreadStaticAttribute",
    ];

    private static readonly string[] s_forbiddenMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.get_System", "System.TimeZoneInfo.get_Local", "System.DateTime.ToLocalTime", "System.DateTimeOffset.get_LocalDateTime", "System.DateTimeOffset.ToLocalTime",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Guid.NewGuid", "System.String.GetHashCode",
    ];

    // What the compiler and the number of threads need; the rest of Environment is the machine's.
    private static readonly string[] s_allowedEnvironment = ["System.Environment.get_ProcessorCount", "System.Environment.get_CurrentManagedThreadId"];

    private static readonly AssemblyFacts s_engine = AssemblyFacts.Of(typeof(Report));

    [Fact]
    public void The_engine_touches_no_files_network_console_clock_culture_or_chance()
    {
        string[] wrong = [.. s_engine.Types.Where(IsOurs).SelectMany(t => t.UsedTypes.Where(IsForbiddenType).Concat(t.UsedMembers.Where(IsForbiddenMember)).Select(u => $"{t.Name} uses {u}"))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_engine_has_no_static_state_that_can_change()
    {
        string[] wrong = [.. typeof(Report).Assembly.GetTypes().Where(t => !IsGenerated(t))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(f => !f.IsLiteral && !f.Name.StartsWith("<>", StringComparison.Ordinal))
            .Where(f => !f.IsInitOnly || CanChange(f.FieldType) || (f.FieldType.IsArray && !f.IsPrivate))
            .Select(f => $"{f.DeclaringType}.{f.Name}: {f.FieldType}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void The_checks_see_what_code_does()
    {
        // This type itself does what the engine may not.
        TypeFacts self = AssemblyFacts.Of(typeof(PurityTests)).Types.Single(t => t.Name == typeof(Offender).FullName);
        Assert.Contains(self.UsedTypes, IsForbiddenType);
        Assert.Contains(self.UsedMembers, IsForbiddenMember);
        Assert.True(CanChange(typeof(Lazy<Dictionary<string, int>>)));
    }

    private static bool IsOurs(TypeFacts type) => type.Namespace.StartsWith("Stemma", StringComparison.Ordinal);

    private static bool IsForbiddenType(string type) => s_forbiddenTypes.Contains(type)
        || (type.StartsWith("System.Net.", StringComparison.Ordinal) && type != "System.Net.WebUtility");

    private static bool IsForbiddenMember(string member) => s_forbiddenMembers.Contains(member)
        || (member.StartsWith("System.Environment.", StringComparison.Ordinal) && !s_allowedEnvironment.Contains(member));

    // A private array that is filled once stands in for a constant; a collection made for changing does not.
    private static bool CanChange(Type type)
    {
        if (type.IsGenericType && type.GetGenericArguments().Any(CanChange) && type.GetGenericTypeDefinition() == typeof(Lazy<>))
            return true;
        Type plain = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return plain == typeof(List<>) || plain == typeof(Dictionary<,>) || plain == typeof(HashSet<>) || plain == typeof(SortedDictionary<,>)
            || plain == typeof(SortedSet<>) || plain == typeof(SortedList<,>) || plain == typeof(Queue<>) || plain == typeof(Stack<>)
            || plain == typeof(System.Text.StringBuilder) || plain.Namespace == "System.Collections.Concurrent" || plain == typeof(ConditionalWeakTable<,>)
            || plain == typeof(AsyncLocal<>) || plain == typeof(ThreadLocal<>);
    }

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
        || (type.Namespace ?? "").StartsWith("System.", StringComparison.Ordinal)
        || type.Name.StartsWith('<')
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static class Offender
    {
        public static string Offend() => File.Exists("x") ? DateTime.Now.ToString(System.Globalization.CultureInfo.InvariantCulture) : Environment.MachineName;
    }
}
