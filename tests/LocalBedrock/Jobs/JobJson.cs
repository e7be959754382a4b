using System.Text.Json;

namespace LocalBedrock.Jobs;

/// <summary>Writes jobs in the format of the API's responses.</summary>
internal static class JobJson
{
    /// <summary>A ModelCustomizationJobSummary.</summary>
    public static void WriteSummary(Utf8JsonWriter json, Job job, DateTime now)
    {
        var state = job.At(now);
        json.WriteStartObject();
        WriteCommon(json, job, state);
        if (HasModel(job, state))
        {
            WriteText(json, "customModelArn", job.ModelArn);
            WriteText(json, "customModelName", job.ModelName);
        }

        json.WriteEndObject();
    }

    /// <summary>A GetModelCustomizationJobResponse, with other names for the model's name and ARN.</summary>
    public static void WriteDetail(Utf8JsonWriter json, Job job, JobShelf shelf, DateTime now)
    {
        var state = job.At(now);
        json.WriteStartObject();
        WriteCommon(json, job, state);
        WriteText(json, "outputModelName", job.ModelName);
        if (HasModel(job, state))
        {
            WriteText(json, "outputModelArn", job.ModelArn);
        }

        WriteText(json, "failureMessage", state.FailureMessage);

        var madeUp = JobDetails.MadeUp(
            job, shelf.Region, shelf.Account, completed: state.Status == JobStatus.Completed);
        foreach (var name in JobDetails.Names)
        {
            if (!job.Details.TryGetValue(name, out var value) && !madeUp.TryGetValue(name, out value))
            {
                continue;
            }

            if (value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static bool HasModel(Job job, JobState state) => state.Status == JobStatus.Completed || job.ShowsModelAlways;

    private static void WriteCommon(Utf8JsonWriter json, Job job, JobState state)
    {
        json.WriteString("jobArn", job.Arn);
        json.WriteString("baseModelArn", job.BaseModelArn);
        json.WriteString("jobName", job.Name);
        json.WriteString("status", state.Status);
        if (state.Stages is not null)
        {
            WriteStages(json, state.Stages);
        }

        WriteTime(json, "creationTime", job.CreationTime);
        WriteTime(json, "lastModifiedTime", state.LastModifiedTime);
        WriteTime(json, "endTime", state.EndTime);
        WriteText(json, "customizationType", job.CustomizationType);
    }

    private static void WriteStages(Utf8JsonWriter json, StageStates stages)
    {
        json.WriteStartObject("statusDetails");
        WriteStage(json, "validationDetails", stages.Validation);
        WriteStage(json, "dataProcessingDetails", stages.DataProcessing);
        WriteStage(json, "trainingDetails", stages.Training);
        json.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter json, string name, StageState? stage)
    {
        if (stage is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", stage.Status);
        WriteTime(json, "creationTime", stage.CreationTime);
        WriteTime(json, "lastModifiedTime", stage.LastModifiedTime);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is not { } moment)
        {
            return;
        }

        Span<byte> text = stackalloc byte[IsoTime.BufferLength];
        json.WriteString(name, text[..IsoTime.Format(moment, text)]);
    }
}
