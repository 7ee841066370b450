<?php
/**
 * Plugin Name:       Opus Booking
 * Description:       Online booking of a dental clinic: a block and the shortcode [opus_booking].
 * Version:           0.1.0
 * Requires at least: 6.3
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       opus-booking
 *
 * @package OpusBooking
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** What may stand in the shortcode and in the block, each with its value where nothing is given. */
const OPUS_BOOKING_DEFAULTS = array(
	'account'   => '',
	'service'   => '',
	'page'      => '',
	'way'       => 'inline',
	'lang'      => '',
	'clinic'    => '',
	'treatment' => '',
	'clinician' => '',
	'accent'    => '',
	'hide'      => 'logo welcome',
	'label'     => '',
	'avoid'     => '',
);

/** Ways to show the booking. */
const OPUS_BOOKING_WAYS = array( 'inline', 'button', 'floating', 'iframe', 'link' );

/**
 * What the plugin says in the language of a locale, by the English text; empty for English and for a language that it does not speak.
 *
 * @param string $locale Such as nb_NO.
 * @return array<string, string>
 */
function opus_booking_words( string $locale ): array {
	static $words = null;
	$words        = $words ?? require __DIR__ . '/words.php';
	$language     = strtolower( (string) preg_replace( '/[_-].*/', '', $locale ) );
	// A website in Nynorsk has the Norwegian of the booking.
	return $words[ 'nn' === $language ? 'nb' : $language ] ?? array();
}

/**
 * A text in the language of whoever reads it, unless WordPress has a translation of its own.
 *
 * @param string $translation What WordPress found.
 * @param string $text        In English.
 */
function opus_booking_translate( string $translation, string $text ): string {
	return $translation === $text ? opus_booking_words( determine_locale() )[ $text ] ?? $text : $translation;
}

/**
 * The texts of the block in the editor, as WordPress hands them to scripts.
 *
 * @param string|false|null $found  What another plugin has given.
 * @param string|false      $file   Where WordPress looks for translations.
 * @param string            $handle Of the script.
 * @param string            $domain Whose texts.
 * @return string|false|null
 */
function opus_booking_script_words( $found, $file, string $handle, string $domain ) {
	$words = opus_booking_words( determine_locale() );
	if ( null !== $found || 'opus-booking' !== $domain || array() === $words || ( $file && is_readable( $file ) ) ) {
		return $found;
	}
	$texts = array_map( static fn( string $text ): array => array( $text ), $words );
	return (string) wp_json_encode( array( 'locale_data' => array( 'opus-booking' => array( '' => array( 'domain' => 'opus-booking' ) ) + $texts ) ) );
}

/**
 * What a button or a link says that has no text of its own: in the language of its booking, else in that of the website.
 *
 * @param string $language Of the booking; empty where it is the website's.
 */
function opus_booking_label( string $language ): string {
	$text = 'Book an appointment';
	return '' === $language ? __( 'Book an appointment', 'opus-booking' ) : opus_booking_words( $language )[ $text ] ?? $text;
}

/**
 * Attributes of an element, without those that are empty.
 *
 * @param array<string, string> $values Value of each attribute by its name.
 */
function opus_booking_attributes( array $values ): string {
	$text = '';
	foreach ( $values as $name => $value ) {
		if ( '' !== $value ) {
			$text .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
		}
	}
	return $text;
}

/**
 * The root of the service without a slash at its end; empty for what is no address of the web.
 *
 * @param string $address As it was written.
 */
function opus_booking_root( string $address ): string {
	return untrailingslashit( esc_url_raw( $address, array( 'https', 'http' ) ) );
}

/**
 * The booking as a block or a shortcode asks for it. Everything that comes from an editor is escaped.
 *
 * @param array<string, mixed>|string $given What the editor wrote.
 */
function opus_booking_render( $given ): string {
	$values  = array_map( 'strval', shortcode_atts( OPUS_BOOKING_DEFAULTS, (array) $given, 'opus_booking' ) );
	$service = opus_booking_root( $values['service'] );
	$page    = opus_booking_root( '' !== $values['page'] ? $values['page'] : $values['service'] );
	if ( '' === $values['account'] || '' === $service ) {
		// Only whoever can mend it is told.
		return current_user_can( 'edit_posts' )
			? '<p><strong>Opus Booking:</strong> ' . esc_html__( 'account and service are missing.', 'opus-booking' ) . '</p>'
			: '';
	}

	$way    = in_array( $values['way'], OPUS_BOOKING_WAYS, true ) ? $values['way'] : 'inline';
	$label  = '' !== $values['label'] ? $values['label'] : opus_booking_label( $values['lang'] );
	$accent = preg_match( '/^#[0-9a-f]{6}$/i', $values['accent'] ) ? '--opus-accent: ' . $values['accent'] : '';
	$chosen = array(
		'lang'      => $values['lang'],
		'clinic'    => $values['clinic'],
		'treatment' => $values['treatment'],
		'clinician' => $values['clinician'],
	);
	$query  = array_filter( $chosen, 'strlen' );
	$link   = sprintf( '<a href="%s">%s</a>', esc_url( add_query_arg( array_map( 'rawurlencode', $query ), $page . '/' ) ), esc_html( $label ) );

	if ( 'link' === $way ) {
		return $link;
	}

	if ( 'iframe' === $way ) {
		wp_enqueue_script( 'opus-booking-frame', $service . '/cdn/opus-booking-frame.js', array(), null, array( 'strategy' => 'defer' ) ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the service says itself how long it may be kept.
		$query['hide'] = $values['hide'];
		$source        = add_query_arg( array_map( 'rawurlencode', array_filter( $query, 'strlen' ) ), $page . '/embed.html' );
		return sprintf(
			'<iframe data-opus-booking-frame src="%s" title="%s" allow="geolocation" style="width: 100%%; height: 1000px; border: 0"></iframe>',
			esc_url( $source ),
			esc_attr( $label )
		);
	}

	wp_enqueue_script( 'opus-booking-embed', $service . '/cdn/opus-booking-embed.js', array(), null, array( 'strategy' => 'defer' ) ); // phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion -- the service says itself how long it may be kept.
	$tag        = 'inline' === $way ? 'opus-booking' : 'opus-booking-button';
	$attributes = array(
		'account' => $values['account'],
		'api'     => $service,
	) + $chosen + array(
		'hide'  => $values['hide'],
		'style' => $accent,
	);
	if ( 'inline' !== $way ) {
		$attributes['label'] = $label;
	}
	if ( 'floating' === $way ) {
		$attributes['floating'] = 'right';
		$attributes['avoid']    = $values['avoid'];
	}
	// The link is what a patient sees where no script comes.
	return sprintf( '<%1$s%2$s>%3$s</%1$s>', $tag, opus_booking_attributes( $attributes ), $link );
}

/**
 * The booking in a block: in an element that stands in the theme's column, as wide as the editor has chosen.
 *
 * @param array<string, mixed> $given What the editor wrote.
 */
function opus_booking_render_block( array $given ): string {
	$html = opus_booking_render( $given );
	// A floating button takes no room on the page.
	$is_apart = '' === $html || 'floating' === ( $given['way'] ?? '' );
	return $is_apart ? $html : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $html );
}

add_filter( 'gettext_opus-booking', 'opus_booking_translate', 10, 2 );
add_filter( 'gettext_with_context_opus-booking', 'opus_booking_translate', 10, 2 );
add_filter( 'pre_load_script_translations', 'opus_booking_script_words', 10, 4 );

add_shortcode( 'opus_booking', 'opus_booking_render' );

add_action(
	'init',
	static function (): void {
		register_block_type( __DIR__, array( 'render_callback' => 'opus_booking_render_block' ) );
	}
);
