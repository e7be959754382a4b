using System.Text.RegularExpressions;

namespace LocalIdentity.Tests;

/// <summary>The program, started from a command line.</summary>
public sealed partial class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_first_line_contains_the_address_and_the_program_ends_with_its_parent()
    {
        using var parent = Start();
        await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var program = Start("--exit-with", parent.Id.ToString(CultureInfo.InvariantCulture));
        var line = (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
        Assert.Matches(FirstLine(), line);
        Assert.False(program.HasExited);

        parent.Kill();
        Assert.Equal(0, await ExitCodeAsync(program));
    }

    [Fact]
    public async Task A_wrong_option_is_named_and_the_exit_code_is_2()
    {
        using var program = Start("--colour", "red");
        Assert.Equal(2, await ExitCodeAsync(program));
        Assert.Contains("--colour", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--proxy-port")]
    public async Task A_port_in_use_results_in_exit_code_1(string option)
    {
        await using var other = await RunningIdentity.StartAsync();
        using var program = Start(option, new Uri(other.Address).Port.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(1, await ExitCodeAsync(program));
        Assert.NotEqual("", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "LocalIdentity.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<int> ExitCodeAsync(Process program)
    {
        await program.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return program.ExitCode;
    }

    [GeneratedRegex(@"\ALocalIdentity is listening on http://127\.0\.0\.1:[0-9]+, its proxy on http://127\.0\.0\.1:[0-9]+\z")]
    private static partial Regex FirstLine();
}
