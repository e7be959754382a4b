using System.Management.Automation.Runspaces;

namespace BedrockJobs;

/// <summary>
/// Runs when the module is imported. It makes PowerShell save objects of the module with all their properties, and convert
/// what it reads to objects of the module: see <see cref="OutputObjectConverter"/>.
/// </summary>
/// <remarks>
/// With a types file, PowerShell refuses to import the module from a second folder. Update-TypeData accepts the same data
/// again. It's called by its type, because its name imports the module that contains it, which takes longer than the rest.
/// </remarks>
public sealed class OutputObjectTypeData : IModuleAssemblyInitializer
{
    private const string UpdateTypeData = "Microsoft.PowerShell.Commands.UpdateTypeDataCommand, Microsoft.PowerShell.Commands.Utility";

    /// <summary>Adds the type data to the session.</summary>
    public void OnImport()
    {
        // A host without the cmdlet reads objects of the module as any other objects.
        if (Type.GetType(UpdateTypeData) is not { } command)
        {
            return;
        }

        // The depth counts down to the next object of the module. The views use the method for objects that PowerShell didn't
        // convert.
        var live = new TypeData(typeof(OutputObject).FullName!) { SerializationDepth = 3 };
        var saved = new TypeData(OutputObjectConverter.Prefix + live.TypeName) { TargetTypeForDeserialization = typeof(OutputObject) };
        const string restore = nameof(OutputObject.Restore);
        saved.Members.Add(restore, new CodeMethodData(restore, typeof(OutputObject).GetMethod(restore)!));

        // The session has the data from an earlier import, or from another runspace of its pool.
        var probe = new PSObject();
        probe.TypeNames.Insert(0, saved.TypeName);
        if (probe.Methods[restore] is not null)
        {
            return;
        }

        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo("Update-TypeData", command)).AddParameter("TypeData", new[] { live, saved }).AddParameter("Force");

        // Update-TypeData also adds the data to this list, from which PowerShell makes the next runspace of a pool. It applies
        // the list in parallel, so the list must not contain the data twice.
        var types = Runspace.DefaultRunspace.InitialSessionState.Types;
        lock (types)
        {
            for (var i = types.Count - 1; i >= 0; i--)
            {
                if (types[i].TypeData?.TypeName is { } name && (name == live.TypeName || name == saved.TypeName))
                {
                    types.RemoveItem(i);
                }
            }

            shell.Invoke();
        }
    }
}
