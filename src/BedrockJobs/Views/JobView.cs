using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;

namespace BedrockJobs.Views;

/// <summary>
/// The cells of BedrockJobs.Format.ps1xml. They stand here rather than there so that they can be tested. They take
/// whatever a property holds, since they also serve jobs that come back from a remote session or Import-Clixml.
/// </summary>
public static class JobView
{
    private const string Escape = "\u001B[";
    private const string Reset = Escape + "0m";
    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    private static readonly Dictionary<string, string> StatusColours = new(StringComparer.OrdinalIgnoreCase)
    {
        [JobStatus.InProgress] = Escape + "36m",
        [JobStatus.Completed] = Escape + "32m",
        [JobStatus.Failed] = Escape + "31m",
        [JobStatus.Stopping] = Escape + "33m",
        [JobStatus.Stopped] = Escape + "33m",
    };

    /// <summary>A text from the service, safe to print.</summary>
    public static string Text(object? value) => PrintableText.From(value?.ToString());

    /// <summary>A status, in colour where the host shows colours.</summary>
    /// <param name="status">The job's status.</param>
    /// <param name="psStyle">The session's <c>$PSStyle</c>; null in Windows PowerShell, which then shows none.</param>
    public static string Status(object? status, object? psStyle)
    {
        var text = Text(status);
        return AllowsColour(psStyle) && StatusColours.TryGetValue(text, out var colour) ? colour + text + Reset : text;
    }

    /// <summary>A time to the minute, in a form that sorts.</summary>
    public static string Time(object? time) =>
        time is DateTime value ? value.ToString(TimeFormat, CultureInfo.InvariantCulture) : string.Empty;

    /// <summary>A duration in its two largest units, such as <c>3h 12m</c>.</summary>
    public static string Duration(object? duration) =>
        duration is TimeSpan value ? Duration(value) : string.Empty;

    private static string Duration(TimeSpan value) => value switch
    {
        { TotalMinutes: < 1 } => $"{value.Seconds}s",
        { TotalHours: < 1 } => $"{value.Minutes}m {value.Seconds}s",
        { TotalDays: < 1 } => $"{value.Hours}h {value.Minutes}m",
        { TotalDays: < 1000 } => $"{value.Days}d {value.Hours}h",
        _ => $"{value.Days}d",
    };

    // PowerShell itself takes colours out where output is redirected; what it is told here is NO_COLOR and
    // $PSStyle.OutputRendering, both of which show as PlainText.
    private static bool AllowsColour(object? psStyle) =>
        psStyle is not null
        && PSObject.AsPSObject(psStyle).Properties["OutputRendering"]?.Value?.ToString() != "PlainText";
}
