using System.Text.RegularExpressions;

namespace LocalBedrock.Tests;

/// <summary>The program, started from a command line.</summary>
public sealed partial class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_program_prints_only_a_line_with_its_address()
    {
        using var program = Start("--jobs", "3");
        var line = (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
        var match = FirstLine().Match(line);
        Assert.True(match.Success, line);

        using var http = new HttpClient();
        using var response = await http.GetAsync($"{match.Groups[1]}/local/jobs", TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);

        Assert.Equal(0, await EndAsync(program));
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_ends_with_the_process_that_it_was_started_for()
    {
        using var parent = Start("--jobs", "0");
        await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var program = Start("--jobs", "0", "--exit-with", $"{parent.Id}");
        await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.False(program.HasExited);

        await EndAsync(parent);
        Assert.Equal(0, await ExitCodeAsync(program));
    }

    [Fact]
    public async Task A_wrong_option_is_named_and_the_exit_code_is_2()
    {
        using var program = Start("--colour", "red");
        Assert.Equal(2, await ExitCodeAsync(program));
        Assert.Contains("--colour", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("", await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_the_exit_code_is_1()
    {
        await using var other = await RunningService.StartAsync();
        var port = new Uri(other.Address).Port.ToString(CultureInfo.InvariantCulture);
        using var program = Start("--port", port);
        Assert.Equal(1, await ExitCodeAsync(program));
        Assert.Contains(port, await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_contains_every_option()
    {
        using var program = Start("--help");
        var help = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await ExitCodeAsync(program));
        Assert.All(
            [
                "--port", "--jobs", "--seed", "--region", "--account", "--bearer-key", "--key-issuer", "--latency", "--now",
                "--speed", "--max-skew", "--skew", "--exit-with",
            ],
            option => Assert.Contains(option, help, StringComparison.Ordinal));
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "LocalBedrock.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Ends the program with SIGTERM.</summary>
    private static async Task<int> EndAsync(Process program)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using (var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        return await ExitCodeAsync(program);
    }

    private static async Task<int> ExitCodeAsync(Process program)
    {
        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return program.ExitCode;
    }

    [GeneratedRegex(@"\ALocalBedrock is listening on (http://127\.0\.0\.1:[0-9]+)\z")]
    private static partial Regex FirstLine();
}
