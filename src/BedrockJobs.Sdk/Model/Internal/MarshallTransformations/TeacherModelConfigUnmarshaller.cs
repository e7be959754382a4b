using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Model.Internal.MarshallTransformations;

/// <summary>Reads a <see cref="TeacherModelConfig"/>.</summary>
public sealed class TeacherModelConfigUnmarshaller : StructureUnmarshaller<TeacherModelConfig>
{
    private TeacherModelConfigUnmarshaller()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static TeacherModelConfigUnmarshaller Instance { get; } = new();

    /// <inheritdoc/>
    protected override void ReadMember(
        TeacherModelConfig config,
        scoped ReadOnlySpan<byte> name,
        JsonUnmarshallerContext context,
        ref StreamingUtf8JsonReader reader)
    {
        if (name.SequenceEqual("teacherModelIdentifier"u8))
        {
            config.TeacherModelIdentifier = StringUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
        else if (name.SequenceEqual("maxResponseLengthForInference"u8))
        {
            config.MaxResponseLengthForInference = NullableIntUnmarshaller.Instance.Unmarshall(context, ref reader);
        }
    }
}
