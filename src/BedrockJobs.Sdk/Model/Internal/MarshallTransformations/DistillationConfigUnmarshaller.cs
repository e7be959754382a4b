using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="DistillationConfig"/>.</summary>
public sealed class DistillationConfigUnmarshaller : StructureUnmarshaller<DistillationConfig>
{
    private DistillationConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static DistillationConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        DistillationConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("teacherModelConfig"u8))
        {
            config.TeacherModelConfig = TeacherModelConfigUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
