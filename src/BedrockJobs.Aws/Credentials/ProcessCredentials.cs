using System.Text.Json;

namespace BedrockJobs.Aws.Credentials;

/// <summary>
/// The key that the <see
/// href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">credential_process</see>
/// program of a profile prints. The SDK's provider waits without limit for the program, and can't end it.
/// </summary>
internal sealed class ProcessCredentials(string command, string subject) : RenewableCredentials
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long to read after the program has ended. Another program that it started, such as a browser, can keep its
    /// output open.
    /// </summary>
    private static readonly TimeSpan LimitAfterEnd = TimeSpan.FromSeconds(1);

    private const int LongestOutput = 1024 * 1024;

    protected override async Task<CredentialsRefreshState> RenewAsync(ConnectionContext context)
    {
        var limit = TimeLimit.Of(Limit);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(context.Ended);
        limited.CancelAfter(limit);
        try
        {
            var run = RunAsync(limited.Token);
            context.ShowWhile?.Invoke(SR.ProcessProgressStatus.With(subject), run);
            var (output, errors) = await run.ConfigureAwait(false);
            return Read(output, errors);
        }
        catch (OperationCanceledException) when (!context.Ended.IsCancellationRequested)
        {
            throw Fault(SR.ProcessTimedOut.With(limit.TotalSeconds));
        }
    }

    private async Task<(string Output, string Errors)> RunAsync(CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo() };
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw Fault(SR.ProcessNotStarted.With(exception.Message));
        }

        try
        {
            using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var reads = Task.WhenAll(
                ReadAsync(process, process.StandardOutput, reading.Token), ReadAsync(process, process.StandardError, reading.Token));
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            reading.CancelAfter(TimeLimit.Of(LimitAfterEnd));
            var texts = await reads.ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0
                ? (texts[0], texts[1])
                : throw Fault(WithReason(SR.ProcessFailed.With(process.ExitCode), texts[1]));
        }
        finally
        {
            Kill(process);
        }
    }

    // In a value that spans several lines, the line breaks are spaces for the shell command.
    private ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        var line = command.Trim().Replace('\n', ' ');
        if (OperatingSystem.IsWindows())
        {
            // With /s and outer quotation marks, cmd keeps those of the command. /d skips the AutoRun commands.
            start.FileName = "cmd.exe";
            start.Arguments = $"/d /s /c \"{line}\"";
        }
        else
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(line);
        }

        return start;
    }

    /// <returns>The text until the end or the cancellation.</returns>
    private async Task<string> ReadAsync(Process process, StreamReader reader, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        try
        {
            int count;
            while ((count = await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                text.Append(buffer, 0, count);
                if (text.Length > LongestOutput)
                {
                    Kill(process);
                    throw Fault(SR.ProcessTooLong);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }

        return text.ToString();
    }

    // The output of the program is never quoted, because it might contain the key.
    private CredentialsRefreshState Read(string output, string errors)
    {
        try
        {
            using var document = JsonDocument.Parse(output, new JsonDocumentOptions { AllowTrailingCommas = true });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("Version", out var version)
                || version.ValueKind != JsonValueKind.Number
                || !version.TryGetInt32(out var number)
                || number != 1)
            {
                throw Fault(SR.ProcessWithoutVersion);
            }

            if (Text(root, "AccessKeyId") is not { } id || Text(root, "SecretAccessKey") is not { } secret)
            {
                throw Fault(SR.ProcessWithoutKey);
            }

            return new CredentialsRefreshState(new ImmutableCredentials(id, secret, Text(root, "SessionToken")), ExpirationOf(root));
        }
        catch (JsonException)
        {
            throw Fault(WithReason(SR.ProcessWithoutJson, errors));
        }
    }

    private DateTime ExpirationOf(JsonElement root)
    {
        if (!root.TryGetProperty("Expiration", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return DateTime.MaxValue;
        }

        if (value.ValueKind != JsonValueKind.String
            || !DateTimeOffset.TryParse(
                value.GetString(),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var expiration))
        {
            throw Fault(SR.ProcessBadExpiration);
        }

        return expiration > DateTimeOffset.UtcNow
            ? expiration.UtcDateTime
            : throw Fault(SR.ProcessExpired.With(expiration.UtcDateTime), BedrockErrorId.CredentialsExpired);
    }

    private static string? Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static string WithReason(string failure, string errors)
    {
        var words = errors.Trim().Split(['\r', '\n'], 2)[0];
        return words.Length > 0 ? failure + ": " + words : failure;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // The program has already ended.
        }
    }

    private BedrockRequestException Fault(string cause, BedrockErrorId errorId = BedrockErrorId.CredentialsNotFound) =>
        new(errorId, subject, SR.CredentialProcessFailed.With(cause));
}
