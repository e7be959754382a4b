using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace BedrockJobs.Tests;

/// <summary>The shape of the cmdlet half. A folder of src/BedrockJobs is a room, and the folder of a type's file is its room.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(RepositoryRoot(), "src", "BedrockJobs");

    private static readonly Architecture Cmdlets = new ArchLoader().LoadAssemblies(typeof(BedrockCommand).Assembly).Build();

    private static readonly Dictionary<string, string> Rooms = RoomsOfTypes();

    [Fact]
    public void Rooms_form_no_circle()
    {
        var uses = Cmdlets.Types
            .SelectMany(type => type.Dependencies, (type, dependency) => (From: RoomOf(type), To: RoomOf(dependency.Target)))
            .Where(use => use.From is not null && use.To is not null && use.From != use.To)
            .Distinct()
            .ToLookup(use => use.From!, use => use.To!);

        Assert.Contains("Service", uses["Running"]);
        Assert.All(uses.Select(use => use.Key), room => Assert.DoesNotContain(room, Reachable(room, uses)));
    }

    [Fact]
    public void Namespaces_equal_folders_except_that_public_types_are_in_BedrockJobs()
    {
        foreach (var file in Files())
        {
            var text = File.ReadAllText(file);
            var room = Path.GetFileName(Path.GetDirectoryName(file));
            var isPublic = room != "Commands" && Declaration().Matches(text).Any(declaration => declaration.Groups["access"].Value == "public");

            Assert.Contains(isPublic || room == "Jobs" ? "namespace BedrockJobs;" : $"namespace BedrockJobs.{room};", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_Commands_Completion_and_Running_know_the_cmdlet() => Assert.Subset(
        new HashSet<string?> { "Commands", "Completion", "Running" },
        Cmdlets.Types
            .Where(type => type.Dependencies.Any(dependency => dependency.Target.FullName is "System.Management.Automation.PSCmdlet" or "System.Management.Automation.Cmdlet"))
            .Select(RoomOf)
            .Where(room => room is not null)
            .ToHashSet());

    [Fact]
    public void No_type_of_the_AWS_SDK_is_named() => Assert.DoesNotContain(
        typeof(BedrockCommand).Assembly.GetReferencedAssemblies(),
        assembly => assembly.Name!.StartsWith("AWSSDK", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void A_file_of_a_cmdlet_has_at_most_130_lines() => Assert.All(
        Directory.GetFiles(Path.Combine(Source, "Commands"), "*BdrCustomizationJob*.cs"),
        file => Assert.InRange(File.ReadLines(file).Count(), 1, 130));

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BedrockJobs.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static IEnumerable<string> Files() => Directory.GetDirectories(Source)
        .SelectMany(folder => Directory.GetFiles(folder, "*.cs"));

    private static Dictionary<string, string> RoomsOfTypes() => Files()
        .SelectMany(file => Declaration().Matches(File.ReadAllText(file)), (file, type) => (Name: type.Groups["name"].Value, Room: Path.GetFileName(Path.GetDirectoryName(file))!))
        .DistinctBy(type => type.Name)
        .ToDictionary(type => type.Name, type => type.Room);

    // A nested type is in the room of the type that contains it. Types of the compiler and of other assemblies have none.
    private static string? RoomOf(IType type) =>
        type.FullName.StartsWith("BedrockJobs.", StringComparison.Ordinal)
            ? Rooms.GetValueOrDefault(type.FullName.Split('+')[0].Split('.')[^1].Split('`')[0])
            : null;

    private static HashSet<string> Reachable(string room, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>(uses[room]);
        while (open.TryPop(out var next))
        {
            if (reached.Add(next))
            {
                foreach (var further in uses[next])
                {
                    open.Push(further);
                }
            }
        }

        return reached;
    }

    [GeneratedRegex(@"^(?<access>public|internal) (?:(?:sealed|static|abstract|partial|readonly) )*(?:class|record struct|record|struct|enum|interface) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
