# Draws a bar on a logarithmic axis for the first listing of each tool. Returns the SVG.
param([Parameter(Mandatory)] $Throughput)

$invariant = [cultureinfo]::InvariantCulture
$left, $top, $plot, $step, $bar = 200, 56, 470, 34, 20
$tools = @($Throughput.tools | Sort-Object first)
$values = $tools.first
$least = [math]::Floor([math]::Log10(($values | Measure-Object -Minimum).Minimum))
$most = [math]::Ceiling([math]::Log10(($values | Measure-Object -Maximum).Maximum))
$bottom = $top + $step * $tools.Count

function Get-X {
    param([double] $Seconds)

    [math]::Round($left + $plot * ([math]::Log10($Seconds) - $least) / ($most - $least), 1).ToString($invariant)
}

$title = "Seconds to list $($Throughput.jobs.ToString('N0', $invariant)) jobs (logarithmic; less is better)"
@"
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 $($bottom + 40)" role="img" aria-label="$title">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-weight: 600; font-size: 15px }
.axis { fill: #57606a; font-size: 12px }
.end { text-anchor: end }
.middle { text-anchor: middle }
line { stroke: #8c959f; stroke-opacity: .4 }
rect { fill: #8c959f }
.ours { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.axis { fill: #9198a1 }
rect { fill: #6e7681 }
.ours { fill: #4493f8 }
}
</style>
<text class="title" x="16" y="28">$title</text>
"@
foreach ($power in $least..$most) {
    # The lines between the powers of ten show that the axis is logarithmic.
    foreach ($digit in $power -lt $most ? (1, 2, 5) : , 1) {
        $seconds = $digit * [math]::Pow(10, $power)
        $x = Get-X $seconds
        "<line x1=`"$x`" x2=`"$x`" y1=`"$($top - 8)`" y2=`"$bottom`"/>"
        "<text class=`"axis middle`" x=`"$x`" y=`"$($bottom + 18)`">$($seconds.ToString('0.##', $invariant)) s</text>"
    }
}

for ($i = 0; $i -lt $tools.Count; $i++) {
    $tool = $tools[$i]
    $y = $top + $step * $i
    $x = Get-X $tool.first
    $width = ([double] $x - $left).ToString('0.#', $invariant)
    $class = $tool.name -eq 'Get-BdrCustomizationJob' ? ' class="ours"' : ''
    "<text class=`"end`" x=`"$($left - 10)`" y=`"$($y + 15)`">$($tool.name)</text>"
    "<rect$class x=`"$left`" y=`"$y`" width=`"$width`" height=`"$bar`" rx=`"2`"/>"
    "<text x=`"$([double] $x + 6)`" y=`"$($y + 15)`">$($tool.first.ToString($tool.first -lt 10 ? '0.00' : '0.0', $invariant))</text>"
}

'</svg>'
