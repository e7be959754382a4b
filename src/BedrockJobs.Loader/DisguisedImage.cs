using System.IO;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BedrockJobs.Loader;

/// <summary>
/// An assembly's image under its own name in another case. To .NET, which does not mind the case of assembly names, it
/// is the same assembly; to AWSSDK.Core, which minds it when it looks through the assemblies of the process, it is not
/// there.
/// </summary>
internal static class DisguisedImage
{
    /// <summary>Reads the file at <paramref name="path"/>, which stays as it is.</summary>
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
