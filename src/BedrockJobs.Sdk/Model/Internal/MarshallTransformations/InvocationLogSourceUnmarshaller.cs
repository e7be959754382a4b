using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="InvocationLogSource"/>.</summary>
public sealed class InvocationLogSourceUnmarshaller : StructureUnmarshaller<InvocationLogSource>
{
    private InvocationLogSourceUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static InvocationLogSourceUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        InvocationLogSource source,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("s3Uri"u8))
        {
            source.S3Uri = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
