using System.Reflection;

namespace BedrockJobs.Tests;

/// <summary>The public types and members of the cmdlet assembly, which scripts can rely on.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void PublicSurface_txt_lists_every_public_type_and_member()
    {
        using var reader = new StreamReader(GetType().Assembly.GetManifestResourceStream("PublicSurface.txt")!);

        Assert.Equal(reader.ReadToEnd().Split('\n'), Describe().Split('\n'));
    }

    private static string Describe() => string.Concat(typeof(CustomizationJob).Assembly.GetExportedTypes()
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => $"{type.FullName} : {type.BaseType}\n{string.Concat(Members(type).Order(StringComparer.Ordinal).Select(member => $"  {member}\n"))}"));

    private static IEnumerable<string> Members(Type type) =>
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is not (MethodBase { IsSpecialName: true, IsConstructor: false } or FieldInfo { IsSpecialName: true })
        select member is PropertyInfo property ? $"{property} {{ get;{(property.SetMethod?.IsPublic == true ? " set;" : string.Empty)} }}" : $"{member}";
}
