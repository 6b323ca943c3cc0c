using System.Reflection;
using Stemma.Reports;

namespace Stemma.Tests.Architecture;

/// <summary>What embedders see.</summary>
public class PublicSurfaceTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void AngleSharp_is_in_no_public_signature()
    {
        string[] wrong = [.. typeof(Report).Assembly.GetExportedTypes()
            .SelectMany(type => Named(type).Where(IsAngleSharp).Select(used => $"{type} names {used}"))];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Public_data_cannot_be_changed()
    {
        string[] wrong = [.. typeof(Report).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)))
            .Select(property => $"{property.DeclaringType}.{property.Name}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<Type> Named(Type type)
    {
        IEnumerable<Type> direct = [type.BaseType ?? typeof(object), .. type.GetInterfaces()];
        foreach (MemberInfo member in type.GetMembers(Everything))
        {
            direct = member switch
            {
                FieldInfo { IsPublic: true } or FieldInfo { IsFamily: true } => direct.Append(((FieldInfo)member).FieldType),
                MethodInfo method when method.IsPublic || method.IsFamily => direct.Append(method.ReturnType).Concat(method.GetParameters().Select(p => p.ParameterType)),
                ConstructorInfo made when made.IsPublic || made.IsFamily => direct.Concat(made.GetParameters().Select(p => p.ParameterType)),
                _ => direct,
            };
        }
        return direct.SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static bool IsAngleSharp(Type type) => (type.Namespace ?? "").StartsWith("AngleSharp", StringComparison.Ordinal);
}
