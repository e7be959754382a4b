using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BedrockJobs.Loader;

/// <summary>
/// Loads an assembly with its name in a different case. .NET ignores the case of assembly names, so it's the same
/// assembly. AWSSDK.Core doesn't ignore the case when it searches the assemblies of the process, so it doesn't find the
/// assembly.
/// </summary>
internal static class DisguisedImage
{
    /// <summary>Reads the file at <paramref name="path"/>. The file isn't changed.</summary>
    public static MemoryStream Read(string path)
    {
        var image = File.ReadAllBytes(path);
        var name = NameOffset(image);
        image[name] = (byte)char.ToLowerInvariant((char)image[name]);
        return new MemoryStream(image, writable: false);
    }

    private static int NameOffset(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image, writable: false));
        var metadata = file.GetMetadataReader();
        return file.PEHeaders.MetadataStartOffset
            + metadata.GetHeapMetadataOffset(HeapIndex.String)
            + metadata.GetHeapOffset(metadata.GetAssemblyDefinition().Name);
    }
}
