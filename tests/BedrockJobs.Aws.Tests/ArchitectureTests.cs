using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace BedrockJobs.Aws.Tests;

/// <summary>How the folders of the service half depend on each other.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "BedrockJobs.Aws";

    // Each folder knows only those before it.
    private static readonly string[] Folders = [$"{Root}.Profiles", $"{Root}.Http", $"{Root}.Credentials", $"{Root}.Bedrock", Root];

    private static readonly Architecture Assembly = new ArchLoader().LoadAssemblies(typeof(BedrockServiceFactory).Assembly).Build();

    [Fact]
    public void Every_type_is_in_the_namespace_of_a_folder()
    {
        Assert.Equal(
            Folders.Order(),
            OwnTypes().Select(type => type.Namespace.FullName).Distinct().Order());
        Assert.Equal([nameof(BedrockServiceFactory)], OwnTypes().Where(type => type.Namespace.FullName == Root && !type.Name.Contains('<')).Select(type => type.Name));
    }

    [Fact]
    public void No_folder_knows_one_that_builds_on_it()
    {
        var wrong =
            from type in OwnTypes()
            from dependency in type.Dependencies
            where Array.IndexOf(Folders, dependency.Target.Namespace.FullName) > Array.IndexOf(Folders, type.Namespace.FullName)
            select $"{type.FullName} -> {dependency.Target.FullName}";

        Assert.Empty(wrong.Distinct());
    }

    private static IEnumerable<IType> OwnTypes() =>
        Assembly.Types.Where(type => type.Namespace.FullName == Root || type.Namespace.FullName.StartsWith(Root + ".", StringComparison.Ordinal));
}
