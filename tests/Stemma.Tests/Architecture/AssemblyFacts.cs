using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Stemma.Tests.Architecture;

/// <summary>What a compiled assembly uses: read from its metadata and the instructions of its method bodies.</summary>
internal sealed class AssemblyFacts
{
    /// <summary>The types, nested ones and what the compiler made included.</summary>
    public required IReadOnlyList<TypeFacts> Types { get; init; }

    /// <summary>The names of the assemblies that it refers to.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Reads the assembly that holds the type.</summary>
    public static AssemblyFacts Of(Type type)
    {
        using var file = File.OpenRead(type.Assembly.Location);
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        return new AssemblyFacts
        {
            References = [.. metadata.AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name)).Order(StringComparer.Ordinal)],
            Types = [.. metadata.TypeDefinitions.Select(h => new TypeReferences(image, metadata).Of(h))],
        };
    }
}

/// <summary>A type and all that its members' signatures and bodies name.</summary>
/// <param name="Name">The full name; a nested type's is its outermost type's, then "+".</param>
/// <param name="Namespace">The namespace of its outermost type.</param>
/// <param name="UsedTypes">The full names of the types that it uses.</param>
/// <param name="UsedMembers">The methods and fields that it uses, as "Full.Type.Member".</param>
internal sealed record TypeFacts(string Name, string Namespace, ImmutableSortedSet<string> UsedTypes, ImmutableSortedSet<string> UsedMembers);

/// <summary>Collects what one type uses.</summary>
internal sealed class TypeReferences(PEReader image, MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>The facts of the type.</summary>
    public TypeFacts Of(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        Use(type.BaseType);
        foreach (InterfaceImplementationHandle i in type.GetInterfaceImplementations())
            Use(metadata.GetInterfaceImplementation(i).Interface);
        foreach (FieldDefinitionHandle f in type.GetFields())
            metadata.GetFieldDefinition(f).DecodeSignature(this, null);
        foreach (MethodDefinitionHandle m in type.GetMethods())
        {
            MethodDefinition method = metadata.GetMethodDefinition(m);
            method.DecodeSignature(this, null);
            if (method.RelativeVirtualAddress != 0)
                UseBody(image.GetMethodBody(method.RelativeVirtualAddress));
        }
        (string name, string space) = NameOf(handle);
        return new TypeFacts(name, space, [.. _types], [.. _members]);
    }

    private void UseBody(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null);
        foreach (int token in Instructions.Tokens(body.GetILReader()))
        {
            EntityHandle handle = MetadataTokens.EntityHandle(token);
            switch (handle.Kind)
            {
                case HandleKind.MemberReference:
                    UseMember((MemberReferenceHandle)handle);
                    break;
                case HandleKind.MethodSpecification:
                    MethodSpecification specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                    specification.DecodeSignature(this, null);
                    if (specification.Method.Kind == HandleKind.MemberReference)
                        UseMember((MemberReferenceHandle)specification.Method);
                    else
                        Use(metadata.GetMethodDefinition((MethodDefinitionHandle)specification.Method).GetDeclaringType());
                    break;
                case HandleKind.MethodDefinition:
                    Use(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                    break;
                case HandleKind.FieldDefinition:
                    Use(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                    break;
                default:
                    Use(handle);
                    break;
            }
        }
    }

    private void UseMember(MemberReferenceHandle handle)
    {
        MemberReference member = metadata.GetMemberReference(handle);
        _members.Add($"{Use(member.Parent)}.{metadata.GetString(member.Name)}");
        if (member.GetKind() == MemberReferenceKind.Method)
            member.DecodeMethodSignature(this, null);
        else
            member.DecodeFieldSignature(this, null);
    }

    private string Use(EntityHandle handle) => handle.IsNil ? "" : handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(metadata, (TypeReferenceHandle)handle, 0),
        HandleKind.TypeSpecification => GetTypeFromSpecification(metadata, null, (TypeSpecificationHandle)handle, 0),
        _ => "",
    };

    private string Used(string name)
    {
        _types.Add(name);
        return name;
    }

    private (string Name, string Namespace) NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            (string outer, string outerSpace) = NameOf(type.GetDeclaringType());
            return ($"{outer}+{name}", outerSpace);
        }
        string space = metadata.GetString(type.Namespace);
        return (space.Length == 0 ? name : $"{space}.{name}", space);
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Used(NameOf(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        return Used(type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{name}"
            : $"{reader.GetString(type.Namespace)}.{name}");
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;
    public string GetArrayType(string elementType, ArrayShape shape) => elementType;
    public string GetSZArrayType(string elementType) => elementType;
    public string GetByReferenceType(string elementType) => elementType;
    public string GetPointerType(string elementType) => elementType;
    public string GetPinnedType(string elementType) => elementType;
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => Used($"System.{typeCode}");
    public string GetGenericTypeParameter(object? genericContext, int index) => "";
    public string GetGenericMethodParameter(object? genericContext, int index) => "";
    public string GetFunctionPointerType(MethodSignature<string> signature) => "";
}
