/* Quantities as a scenario writes them: "6 /d", "40 %", "2 h 30 min". What is not understood is null, and stays as it is.
 */
const MINUTES = {
    w: 10080, wk: 10080, week: 10080, weeks: 10080, d: 1440, day: 1440, days: 1440, h: 60, hr: 60, hrs: 60, hour: 60, hours: 60,
    min: 1, mins: 1, minute: 1, minutes: 1, m: 1, s: 1 / 60, sec: 1 / 60, second: 1 / 60, seconds: 1 / 60, ms: 1 / 60000, us: 1 / 6e7,
};

function quantityNumber(text) {
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
}

/* Minutes of a duration: sums of numbers with units. */
function quantityMinutes(text) {
    const parts = String(text).trim().match(/^((\d+\.?\d*|\.\d+)\s*([a-z]+)\s*)+$/i);
    let sum = 0;
    if (!parts)
        return null;
    for (const part of parts[0].matchAll(/(\d+\.?\d*|\.\d+)\s*([a-z]+)/gi)) {
        const unit = MINUTES[part[2].toLowerCase()];
        if (unit === undefined)
            return null;
        sum += Number(part[1]) * unit;
    }
    return sum;
}

/* A rate in 1/week. */
function quantityAWeek(text) {
    const parts = String(text).trim().match(/^(\d+\.?\d*|\.\d+)\s*(?:\/|per |an? )\s*([a-z]+)$/i);
    const unit = parts && MINUTES[parts[2].toLowerCase()];
    return unit ? Number(parts[1]) * MINUTES.week / unit : null;
}

/* A share in %. */
function quantityShare(text) {
    const word = String(text).trim(), percent = word.match(/^(.*\S)\s*%$/);
    if (percent)
        return quantityNumber(percent[1]);
    const number = quantityNumber(word);
    return number === null ? null : 100 * number;
}

/* Minutes after midnight of "19:00", "7pm", "7:30 pm". */
function quantityClock(text) {
    const parts = String(text).trim().match(/^(\d{1,2})(?::(\d{2}))?\s*([ap]m)?$/i);
    if (!parts || (parts[2] === undefined && !parts[3]))
        return null;
    let hour = Number(parts[1]);
    if (parts[3])
        hour = hour % 12 + (parts[3].toLowerCase() === 'pm' ? 12 : 0);
    return hour > 24 || Number(parts[2] || 0) > 59 ? null : 60 * hour + Number(parts[2] || 0);
}

function writeMinutes(minutes) {
    const whole = Math.round(minutes), hours = Math.floor(whole / 60), rest = whole % 60;
    return hours === 0 ? `${rest} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function writeClock(minutes) {
    const hour = Math.floor(minutes / 60), minute = Math.round(minutes % 60);
    return `${hour}:${String(minute).padStart(2, '0')}`;
}

function writeNumber(value) {
    return String(Number(value.toPrecision(6)));
}

function sayMinutes(minutes) {
    const whole = Math.round(minutes), hours = Math.floor(whole / 60), rest = whole % 60;
    if (hours === 0)
        return say('minutes', {minutes: rest});
    return rest === 0 ? say('hours', {hours}) : say('hoursMinutes', {hours, minutes: rest});
}
