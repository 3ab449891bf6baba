//! A chart of what was measured: bars on a logarithmic scale as SVG, the same in words, and the
//! numbers as a table.
//!
//! ```text
//!            1 ×       10 ×
//! trees
//!   C        |                1.00 ×
//!   Python   |==========-     14.2 ×
//! ```

use crate::figures::escape::escaped;
use std::fmt::Write;

/// A chart of horizontal bars on a logarithmic scale.
pub struct Chart {
    /// Above it.
    pub title: &'static str,
    /// A value as it is told.
    pub unit: fn(f64) -> String,
    /// Where bars begin; `None` for the left edge.
    pub baseline: Option<f64>,
    /// What is compared with each other.
    pub groups: Vec<Group>,
}

/// Some bars under one title.
pub struct Group {
    /// What was measured.
    pub title: String,
    /// One for each program.
    pub bars: Vec<Bar>,
}

/// What one program took.
pub struct Bar {
    /// The program.
    pub name: String,
    /// One value for each round, sorted; at least one.
    pub values: Vec<f64>,
}

/// The names stand left of the drawing and the values right of it, so that it is as wide as the
/// screen lets it; the style leaves this much room for them, in px.
const NAMES: f64 = 120.0;
const VALUES: f64 = 65.0;
const ROW: f64 = 20.0;

impl Chart {
    /// The chart as HTML, or what of it a logarithmic scale cannot show; `id` names it on its page.
    pub fn draw(&self, id: &str) -> Result<String, String> {
        let (low, high) = self.scale()?;
        // In percent of the plot.
        let x = |value: f64| 100.0 * (value.log10() - low) / (high - low);
        let rows: usize = self.groups.iter().map(|group| group.bars.len() + 2).sum();
        let height = ROW * (rows + 1) as f64;
        let mut svg = format!(
            "<svg width=\"100%\" height=\"{height}\" role=\"img\" aria-labelledby=\"chart-{id}-title chart-{id}-description\">\
             <title id=\"chart-{id}-title\">{}</title><desc id=\"chart-{id}-description\">{}</desc>",
            escaped(self.title),
            escaped(&self.in_words())
        );
        for tick in low as i32..=high as i32 {
            let at = 100.0 * (f64::from(tick) - low) / (high - low);
            _ = write!(
                svg,
                "<line class=\"grid\" x1=\"{at:.1}%\" x2=\"{at:.1}%\" y1=\"{ROW}\" y2=\"{height}\"/><text class=\"tick\" x=\"{at:.1}%\" y=\"14\">{}</text>",
                escaped(&(self.unit)(10_f64.powi(tick)))
            );
        }
        let mut y = ROW;
        for group in &self.groups {
            y += ROW;
            _ = write!(
                svg,
                "<text class=\"group\" x=\"-{NAMES}\" y=\"{y}\">{}</text>",
                escaped(&group.title)
            );
            for bar in &group.bars {
                y += ROW;
                let middle = median(&bar.values);
                let (least, most) = (bar.values[0], bar.values[bar.values.len() - 1]);
                let base = self.baseline.map_or(0.0, x);
                let (from, to) = (base.min(x(middle)), base.max(x(middle)));
                let class = if bar.name.starts_with("Rust") {
                    "bar rust"
                } else {
                    "bar"
                };
                _ = write!(
                    svg,
                    "<text class=\"name\" x=\"-8\" y=\"{y}\">{}</text>\
                     <text class=\"value\" x=\"100%\" dx=\"{VALUES}\" y=\"{y}\">{}</text>\
                     <rect class=\"{class}\" x=\"{from:.1}%\" y=\"{}\" width=\"{:.1}%\" height=\"12\"/>\
                     <line class=\"spread\" x1=\"{:.1}%\" x2=\"{:.1}%\" y1=\"{}\" y2=\"{}\"/>",
                    escaped(&bar.name),
                    escaped(&(self.unit)(middle)),
                    y - 11.0,
                    (to - from).max(0.3),
                    x(least),
                    x(most),
                    y - 5.0,
                    y - 5.0,
                );
            }
            y += ROW;
        }
        svg += "</svg>";
        Ok(format!(
            "<figure class=\"chart\" id=\"chart-{id}\">\n<figcaption>{}: the bar is the median, the thin line reaches from the least to the \
             greatest of all rounds; each step of the scale is ten times the last.</figcaption>\n\
             {svg}\n\
             <details><summary>The numbers</summary>{}</details>\n</figure>\n",
            escaped(self.title),
            self.table()
        ))
    }

    /// The powers of ten between which everything lies.
    fn scale(&self) -> Result<(f64, f64), String> {
        let mut values: Vec<f64> = self.baseline.into_iter().collect();
        for group in &self.groups {
            for bar in &group.bars {
                let unshowable = |value: &&f64| !value.is_finite() || **value <= 0.0;
                if let Some(value) = bar.values.iter().find(unshowable) {
                    return Err(format!(
                        "has {value} for {} of {}, which the scale of the chart cannot show",
                        group.title, bar.name
                    ));
                }
                values.extend(&bar.values);
            }
        }
        if self.groups.iter().all(|group| group.bars.is_empty()) {
            return Err("has nothing for this chart".to_owned());
        }
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(0.0, f64::max);
        let low = low.log10().floor();
        // Where all is one power of ten, it is the left edge.
        Ok((low, high.log10().ceil().max(low + 1.0)))
    }

    /// `trees: C 1.00 ×, C++ 1.31 ×, Rust 1.12 ×. words: …`
    fn in_words(&self) -> String {
        let groups = self.groups.iter().map(|group| {
            let bars = group
                .bars
                .iter()
                .map(|bar| format!("{} {}", bar.name, (self.unit)(median(&bar.values))));
            format!("{}: {}.", group.title, bars.collect::<Vec<_>>().join(", "))
        });
        groups.collect::<Vec<_>>().join(" ")
    }

    fn table(&self) -> String {
        let mut html = String::from(
            "<div class=\"table-wrapper\"><table><thead><tr><th scope=\"col\">of</th><th scope=\"col\">in</th>\
             <th scope=\"col\">median</th><th scope=\"col\">least</th><th scope=\"col\">greatest</th></tr></thead><tbody>",
        );
        for group in &self.groups {
            for bar in &group.bars {
                let cells = [
                    median(&bar.values),
                    bar.values[0],
                    bar.values[bar.values.len() - 1],
                ]
                .map(self.unit);
                _ = write!(
                    html,
                    "<tr><td>{}</td><td>{}</td>",
                    escaped(&group.title),
                    escaped(&bar.name)
                );
                for cell in cells {
                    _ = write!(html, "<td>{}</td>", escaped(&cell));
                }
                html += "</tr>";
            }
        }
        html + "</tbody></table></div>"
    }
}

/// The middle of sorted values.
pub fn median(sorted: &[f64]) -> f64 {
    let middle = sorted.len() / 2;
    if sorted.len().is_multiple_of(2) {
        (sorted[middle - 1] + sorted[middle]) / 2.0
    } else {
        sorted[middle]
    }
}
