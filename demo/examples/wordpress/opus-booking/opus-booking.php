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
	$label  = '' !== $values['label'] ? $values['label'] : __( 'Book an appointment', 'opus-booking' );
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

add_shortcode( 'opus_booking', 'opus_booking_render' );

add_action(
	'init',
	static function (): void {
		register_block_type( __DIR__, array( 'render_callback' => 'opus_booking_render' ) );
	}
);
